/**
 * The real readers of data packages, where they are installed apart: the two of them bring eighty packages, old ones among them.
 *
 *   npm install --prefix FOLDER datapackage frictionless.js
 *   FRICTIONLESS=FOLDER npx vitest run --config test/vitest.config.ts --root . test/write/frictionless
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeCombined } from "../../src/write/combined.ts";
import { contributionOf, failed, nth } from "./output.ts";

const { FRICTIONLESS } = process.env;

interface Resource {
  readonly name: string;
  readonly tabular: boolean;
  readonly schema: { readonly fieldNames: readonly string[] };
  read(options: object): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

interface Table {
  readonly descriptor: { readonly name: string; readonly format: string };
  rows(options: object): Promise<AsyncIterable<Readonly<Record<string, string>>>>;
}

describe.skipIf(!FRICTIONLESS)("datapackage.json, of files without a byte-order mark", () => {
  const load = createRequire(join(resolve(FRICTIONLESS ?? ""), "package.json"));
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yusuan-"));
    const done = [1, 2].map((n) => {
      const disclosure = nth(n);
      const source = { ...disclosure.source, name: `第${n}局.pdf` };
      return contributionOf({ ...disclosure, source });
    });
    await writeCombined(folder, [failed, ...done], { bom: false });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const lines = async (name: string) =>
    (await readFile(join(folder, `${name}.csv`), "utf8")).split("\n")[0]?.split(",");

  test("is valid for datapackage, which reads every table by its types and follows its keys", async () => {
    const { Package } = load("datapackage");
    const { valid, errors, resources } = await Package.load(join(folder, "datapackage.json"), {
      basePath: folder,
    });
    expect([valid, errors]).toEqual([true, []]);
    const tables = (resources as readonly Resource[]).filter(({ tabular }) => tabular);
    expect(tables).toHaveLength(12);
    for (const table of tables) {
      const rows = await table.read({ keyed: true, relations: true });
      expect(table.schema.fieldNames, table.name).toEqual(await lines(table.name));
      if (table.name === "facts")
        expect(rows[0]).toMatchObject({ division_code: expect.any(String), year: 2021 });
    }
  });

  test("is read by frictionless.js", async () => {
    const { Dataset } = load("frictionless.js");
    const { resources } = await Dataset.load(join(folder, "datapackage.json"));
    for (const table of resources as readonly Table[]) {
      if (table.descriptor.format !== "csv") continue;
      for await (const row of await table.rows({ keyed: true }))
        expect(Object.keys(row)).toEqual(await lines(table.descriptor.name));
    }
  });
});
