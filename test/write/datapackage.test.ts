import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseString } from "fast-csv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { REASONS } from "../../src/model/reasons.ts";
import { writeCombined } from "../../src/write/combined.ts";
import { trueText } from "../../src/write/formula.ts";
import { isOfPattern } from "../../src/write/patterns.ts";
import { BUDGET_TAXONOMY, dataPackage } from "./data-package-profile.ts";
import { contentsOf, contributionOf, failed, nth, writeDepartment } from "./output.ts";

let folder: string;
let descriptor: z.infer<typeof dataPackage>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yusuan-"));
  const formats = ["csv", "json", "xlsx"];
  for (const n of [1, 2]) await writeDepartment(folder, nth(n), formats);
  await writeCombined(folder, [failed, ...[1, 2].map(nth).map(contributionOf)], { formats });
  descriptor = dataPackage.parse(
    JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("datapackage.json", () => {
  test("describes every file of the output: those that stand alone by name, the others by pattern", async () => {
    const { "datapackage.json": _, ...files } = await contentsOf(folder);
    const described = new Set(descriptor.resources.map(({ path }) => path));
    for (const path of described) expect(Object.keys(files)).toContain(path);
    const others = Object.keys(files).filter((path) => !described.has(path));
    const patterns = descriptor.patterns.map((one) =>
      others.filter((path) => isOfPattern(path, one)),
    );
    for (const paths of patterns) expect(paths.length).toBeGreaterThan(0);
    expect(patterns.flat().sort()).toEqual(others.sort());
    const names = descriptor.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[-a-z0-9._/]+$/);
  });

  test("is as large for many departments as for one", async () => {
    const other = await mkdtemp(join(tmpdir(), "yusuan-"));
    const bytes = async () => (await readFile(join(other, "datapackage.json"))).byteLength;
    await writeCombined(other, [nth(1)].map(contributionOf));
    const one = await bytes();
    await writeCombined(other, [...Array(30).keys()].map(nth).map(contributionOf));
    expect((await bytes()) - one).toBeLessThan(100);
    await rm(other, { recursive: true });
  });

  test("has keys that lead from one dataset to another", () => {
    const schema = (name: string) => descriptor.resources.find((one) => one.name === name)?.schema;
    expect(schema("facts")?.primaryKey).toBe("fact");
    expect(schema("figures")?.foreignKeys).toEqual([
      { fields: "fact", reference: { resource: "facts", fields: "fact" } },
      { fields: "disclosure", reference: { resource: "disclosures", fields: "disclosure" } },
    ]);
    for (const { name, schema } of descriptor.resources)
      for (const { fields, reference } of schema?.foreignKeys ?? []) {
        const other = descriptor.resources.find((one) => one.name === reference.resource);
        expect(
          other?.schema?.fields.map((field) => field.name),
          name,
        ).toContain(reference.fields);
        expect(
          schema?.fields.map((field) => field.name),
          name,
        ).toContain(fields);
      }
  });

  test("says how large the combined files are, and their hash", async () => {
    const facts = descriptor.resources.find(({ name }) => name === "facts");
    const bytes = await readFile(join(folder, "facts.csv"));
    expect(facts?.bytes).toBe(bytes.length);
    expect(facts?.hash).toBe(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
  });

  test("has fields that every cell of every CSV file fits", async () => {
    for (const { path, format, schema } of descriptor.resources) {
      if (format !== "csv") continue;
      const [header, ...rows] = await read(await readFile(join(folder, path), "utf8"));
      const fields = schema?.fields ?? [];
      expect(fields.map(({ name }) => name)).toEqual(header);
      for (const row of rows) {
        for (const [i, { name, type, constraints }] of fields.entries()) {
          const cell = trueText(row[i] ?? "");
          const where = `${path} ${name}`;
          if (cell === "") expect(constraints?.required, where).not.toBe(true);
          else {
            expect(cell, where).toMatch(LEXICAL[type]);
            if (constraints?.enum) expect(constraints.enum, where).toContain(cell);
          }
        }
      }
    }
  });

  test("has the version of the contract, and says every reason in both languages", () => {
    expect(descriptor.version).toBe("2.0.0");
    expect(descriptor.reasons.map(({ id }) => id)).toEqual(Object.keys(REASONS));
    for (const { zh, en } of descriptor.reasons) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[ -~]+$/);
    }
  });

  test("uses column types of the budget taxonomy, titles in Chinese, and units", () => {
    const facts = descriptor.resources.find(({ name }) => name === "facts")?.schema?.fields ?? [];
    const typed = facts.flatMap(({ columnType }) => (columnType ? [columnType] : []));
    expect(typed.length).toBeGreaterThan(15);
    for (const type of typed) expect(BUDGET_TAXONOMY).toContain(type);
    // Each may stand for one field only, or a reader could not tell which one it is.
    expect(new Set(typed).size).toBe(typed.length);
    expect(facts.find(({ name }) => name === "amount_yuan")).toMatchObject({
      title: "金额（元）",
      type: "number",
      unit: "元",
      columnType: "value",
    });
    for (const { title } of facts) expect(title).toMatch(/\p{Script=Han}/u);
  });
});

const LEXICAL = {
  string: /./s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  year: /^\d{4}$/,
  boolean: /^(?:true|false)$/,
};

function read(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  return new Promise((resolve, reject) => {
    parseString<string[], string[]>(text.replace(/^\uFEFF/, ""), { headers: false })
      .on("data", (row: string[]) => rows.push(row))
      .on("error", reject)
      .on("end", () => resolve(rows));
  });
}
