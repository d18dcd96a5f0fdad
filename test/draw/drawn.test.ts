import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { extractDocument } from "../../src/run/document.ts";
import { figuresOf } from "./compared.ts";
import type { Printable } from "./printed.ts";
import { drawn, MANNERS, PRODUCERS } from "./producers.ts";
import { drawable, readPrintable } from "./sources.ts";

const SOURCES = drawable();

/** The figures of a PDF, read under the name of what was printed. */
async function read(path: string, bytes: Uint8Array): Promise<string[]> {
  return figuresOf(await extractDocument({ name: basename(path), bytes }));
}

describe.each(SOURCES.map((path) => [basename(path), path]))("%s, drawn as", (_, path) => {
  let source: Printable;
  beforeAll(async () => {
    source = await readPrintable(path);
  });

  test.each(Object.entries(MANNERS))("%s, gives every figure", async (_, manner) => {
    const { disclosure, printed } = source;
    expect(await read(path, drawn(printed, manner))).toEqual(figuresOf(disclosure));
  });
});

/** Chromium is there wherever everything is checked; the others where they are installed. One document each: they are slow. */
describe.each(Object.entries(PRODUCERS))("printed by %s", (name, { isThere, draw }) => {
  const isNeeded = name === "chromium" && process.env.CI !== undefined;
  const [path = ""] = SOURCES.filter((one) => /hebei/.test(one));
  test.skipIf(!isNeeded && !isThere())(`${basename(path)} gives every figure`, async () => {
    const { disclosure, printed } = await readPrintable(path);
    expect(await read(path, await draw(printed))).toEqual(figuresOf(disclosure));
  });
});
