import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { differencesOf } from "../../src/assemble/differences.ts";
import { together } from "../../src/assemble/together.ts";
import { readDocument } from "../../src/run/document.ts";
import { figuresOf } from "./compared.ts";
import { FORMATS } from "./formats.ts";
import type { Printable, Printed } from "./printed.ts";
import { drawn } from "./producers.ts";
import { drawable, readPrintable } from "./sources.ts";

const PATH = drawable().find((path) => /henan-budget-2024/.test(path)) ?? "";

/** Stands in one cell of the sample, and in no sentence. */
const WAS = "225.34";

let source: Printable;
beforeAll(async () => {
  source = await readPrintable(PATH);
});

/** The sample as an office might publish it: one document in five formats. `of` says what one of them prints. */
async function published(of: (format: string) => Printed) {
  const made = ["xlsx", "docx", "html"].map(
    (format) => [format, FORMATS[format]?.(of(format)) ?? new Uint8Array()] as const,
  );
  const files: [string, Uint8Array][] = [
    ["txt", new Uint8Array(readFileSync(PATH))],
    ["pdf", drawn(of("pdf"), {})],
    ...made.map(([format, bytes]): [string, Uint8Array] => [format, bytes]),
  ];
  const candidates = await Promise.all(
    files.map(async ([format, bytes]) => {
      const name = basename(PATH).replace("txt", format);
      const { part, disclosure } = await readDocument({ name, bytes });
      return { part, trusted: disclosure.facts.filter(({ status }) => status === "proved").length };
    }),
  );
  const { disclosure, standings } = together(candidates);
  return { disclosure, differences: differencesOf(disclosure, standings) };
}

test("one office in five formats says what it says in one, without a difference", async () => {
  const { disclosure, differences } = await published(() => source.printed);
  expect(figuresOf(disclosure)).toEqual(figuresOf(source.disclosure));
  expect(differences).toEqual([]);
});

test.each(["docx", "xlsx", "html", "pdf"])(
  "a figure that %s has otherwise is told, and no other",
  async (other) => {
    let times = 0;
    const changed = source.printed.map((part) => {
      if (part.type === "line") return part;
      const cells = part.cells.map((cell) => {
        if (cell.text !== WAS || times > 0) return cell;
        times += 1;
        return { ...cell, text: "77.77" };
      });
      return { ...part, cells };
    });
    expect(times).toBe(1);
    const { differences } = await published((format) =>
      format === other ? changed : source.printed,
    );
    expect(
      differences.map(({ stands, other }) =>
        [stands, other].map((side) => side?.money.published).sort(),
      ),
    ).toEqual([["77.77", WAS].sort()]);
  },
);
