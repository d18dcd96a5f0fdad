import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { planOf } from "../../src/run/plan.ts";
import { run } from "../../src/run/run.ts";
import { mutated } from "../read/pdf/mutate.ts";
import { sandbox, snapshot, write } from "../run/sandbox.ts";
import { BOMBS } from "./bombs.ts";
import { differences, GOOD } from "./good.ts";
import { hostileOffice, OFFICE_KINDS, officeKind } from "./office-mutations.ts";
import { unaskedServer } from "./server.ts";

/** One of each kind that is quickly over; the others are in run.ts. */
const QUICK = new Set([
  "widths-2e9.pdf",
  "pages-in-a-circle.pdf",
  "count-2e9.pdf",
  "numbers-40x30.txt",
  "columns-1e6-bars-unruled.md",
  "divs-100k.html",
  "attributes-1e5.html",
  "colspan-1e9.html",
  "cells-far-apart.xlsx",
  "laughs.docx",
]);

async function extract(sources: readonly string[], folder: string, out: string) {
  const limits = { workers: 2, seconds: 20, memory: 256 };
  const plan = planOf({ sources, out, limits }, { folder, keepState: false });
  return run(plan, { runId: "test", now: () => new Date(0) });
}

test("hostile files are named, and the good ones beside them are as they are alone", async () => {
  const folder = sandbox();
  const bombs = BOMBS.filter(({ name }) => QUICK.has(name));
  expect(bombs).toHaveLength(QUICK.size);
  const sample = new Uint8Array(
    readFileSync(GOOD[0]?.replace("henan-budget-2024.txt", "anhui-final-2023.pdf") ?? ""),
  );
  for (const { name, make } of bombs) write(folder, `bad/${name}`, make());
  for (let seed = 0; seed < 4; seed++) write(folder, `bad/${seed}.pdf`, mutated(sample, seed));
  await extract(GOOD, folder, "alone");
  const report = await extract([...GOOD, "bad"], folder, "beside");
  expect(differences(snapshot(join(folder, "alone")), snapshot(join(folder, "beside")))).toEqual(
    [],
  );
  const documents = readFileSync(join(folder, "beside/documents.csv"), "utf8");
  for (const { name } of bombs) expect(documents).toContain(`bad/${name},`);
  for (const name of GOOD) expect(documents).toContain(basename(name));
  expect(report.documents.done + report.documents.failed).toBe(bombs.length + 4 + GOOD.length);
}, 180_000);

/** Those that take seconds to make; run.ts has them. */
const SLOW = /^(?:a bomb|very many)/;

test("hostile Office files and archives are named; nothing is fetched, nothing written elsewhere", async () => {
  const folder = sandbox();
  const server = await unaskedServer();
  const files = Array.from({ length: OFFICE_KINDS }, (_, seed) => seed)
    .filter((seed) => !SLOW.test(officeKind(seed)))
    .map((seed) => hostileOffice(seed, server.at));
  for (const { name, bytes } of files) write(folder, `bad/${name}`, bytes);
  await extract(["bad"], folder, "out");
  const named = readFileSync(join(folder, "out/files.csv"), "utf8");
  for (const { name } of files) expect(named).toContain(`bad/${name},`);
  expect(server.close()).toEqual([]);
  expect(readdirSync(join(folder, "bad")).sort()).toEqual(files.map(({ name }) => name).sort());
  expect(readdirSync(folder).filter((name) => !/^(?:bad|out)/.test(name))).toEqual([]);
}, 180_000);
