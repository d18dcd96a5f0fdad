import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { memberIn, zipEntries } from "../../src/read/zip.ts";
import { extractDocument } from "../../src/run/document.ts";
import { figuresOf } from "./compared.ts";
import { archiveOf, FORMATS } from "./formats.ts";
import type { Printable } from "./printed.ts";
import { drawable, readPrintable } from "./sources.ts";

/** 预算/部门预算.xls in GBK. */
const GBK = Buffer.from("d4a4cbe32fb2bfc3c5d4a4cbe32e786c73", "hex");

const SOURCES = drawable().map((path) => [basename(path), path] as const);

describe.each(SOURCES)("%s, kept as", (name, path) => {
  let source: Printable;
  beforeAll(async () => {
    source = await readPrintable(path);
  });

  const read = async (bytes: Uint8Array) => figuresOf(await extractDocument({ name, bytes }));

  test.each(Object.entries(FORMATS))("%s, gives every figure", async (_, make) => {
    expect(await read(make(source.printed))).toEqual(figuresOf(source.disclosure));
  });

  test("a workbook in an archive with a name in GBK, gives every figure", async () => {
    const archive = archiveOf(FORMATS.xls?.(source.printed) ?? new Uint8Array(), GBK);
    const names = (await zipEntries(archive)).map((entry) => entry.name);
    expect(names).toEqual(["预算/部门预算.xls"]);
    expect(await read(await memberIn(archive, names))).toEqual(figuresOf(source.disclosure));
  });
});
