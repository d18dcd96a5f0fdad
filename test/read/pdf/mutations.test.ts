import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { layoutPages } from "../../../src/layout/layout-pages.ts";
import { InputError } from "../../../src/model/errors.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { buildPdf, chinese, latin, line } from "./build-pdf.ts";
import { mutated } from "./mutate.ts";

const corpus = process.env.YUSUAN_CORPUS;
const count = Number(process.env.MUTATIONS ?? 60);

/** However a file is damaged, it is read or named: no other error, and none that comes too late to be caught. */
test(`${count} damaged files are read or named`, { timeout: count * 10_000 }, async () => {
  const sources = corpus ? realOnes(join(corpus, "corpus", "styles")) : [ownOne()];
  for (let seed = 0; seed < count; seed++) {
    const source = sources[seed % sources.length] ?? ownOne();
    try {
      const { pages } = await layoutPages(readPdf(mutated(source, seed)));
      expect(pages).toBeGreaterThan(0);
    } catch (error) {
      expect(error, `seed ${seed}`).toBeInstanceOf(InputError);
      expect((error as Error).message, `seed ${seed}`).toMatch(/^[^\n]{4,200}$/);
    }
  }
});

function realOnes(folder: string): Uint8Array[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".pdf"))
    .map((name) => new Uint8Array(readFileSync(join(folder, name))));
}

function ownOne(): Uint8Array {
  const content = `${chinese(50, 700, "部门收支总表")}${line(40, 600, 500, 600)}${latin(60, 610, "12.34")}/A Do`;
  return buildPdf({ pages: [{ content }, { content }], forms: { A: latin(9, 9, "form") } });
}
