import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extractTables } from "../../src/extract/index.ts";
import { layoutText } from "../../src/layout/text.ts";
import type { Block } from "../../src/model/block.ts";
import { readForm } from "../../src/narrate/forms/form.ts";
import { readStatements } from "../../src/narrate/prose/statements.ts";
import { catalogueFor } from "../../src/normalise/catalogue/index.ts";
import { identify } from "../../src/normalise/identity/index.ts";
import { joinHalfRows } from "../../src/normalise/rows/half-rows.ts";
import { knownUnits } from "../../src/normalise/units.ts";
import { decodeText } from "../../src/read/decode.ts";
import type { Printed } from "../../src/reconcile/index.ts";

const corpus = process.env.YUSUAN_CORPUS;

/** Names of the seeds, if the corpus is there. */
export function seedNames(): string[] {
  const folder = corpus && join(corpus, "seeds");
  return folder && existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** The blocks of a seed. */
export function blocksOf(name: string): readonly Block[] {
  const bytes = readFileSync(join(corpus ?? "", "seeds", name));
  return layoutText(decodeText(bytes)).blocks;
}

/** A disclosure as it comes to be reconciled. */
export function printedOf(blocks: readonly Block[], name: string): Printed {
  const { identity } = identify(blocks, [], name);
  const { year, stage } = identity;
  const catalogue = catalogueFor(year);
  const classes = catalogue.economicClass;
  const { tables: extracted, forms } = extractTables(blocks, { year, stage, classes });
  const units = knownUnits(extracted, identity.department);
  const joined = extracted.map((table) => joinHalfRows(table, catalogue, units));
  const amounts = forms.flatMap((form, i) => readForm(form, joined.length + i, stage).table ?? []);
  const { statements } = readStatements(blocks, { ...identity });
  return { tables: [...joined, ...amounts], statements, catalogue, units };
}
