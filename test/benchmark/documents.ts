import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomOfCase } from "../reconcile/random.ts";
import { DAMAGES, damaged } from "./damage.ts";
import { type Form, formOf } from "./form.ts";
import { MAKERS } from "./producers.ts";
import { keyOfTruth } from "./score.ts";

/** The documents of a benchmark: the forms, and a folder for each way in which they were made. */
export interface Documents {
  readonly forms: readonly Form[];
  /** Names of folders in `folder`, each with a file for each form. */
  readonly made: readonly string[];
  /** Those of them whose documents are damaged. */
  readonly damaged: readonly string[];
}

/** Writes them, and truth.csv, which says what each printed amount means. */
export async function writeDocuments(
  folder: string,
  seed: number,
  count: number,
): Promise<Documents> {
  const forms = Array.from({ length: count }, (_, index) => formOf(seed, index));
  const made: string[] = [];
  for (const [name, { ending, isThere, make }] of Object.entries(MAKERS)) {
    if (!isThere()) continue;
    mkdirSync(join(folder, name), { recursive: true });
    for (const [index, form] of forms.entries())
      writeFileSync(join(folder, name, `${form.name}.${ending}`), await make(form.parts, index));
    made.push(name);
  }
  const harmed: string[] = [];
  for (const [index, kind] of Object.keys(DAMAGES).entries()) {
    const name = `damaged-${index + 1}`;
    mkdirSync(join(folder, name), { recursive: true });
    for (const [at, form] of forms.entries()) {
      const { parts } = damaged(form, kind, randomOfCase(seed + index, at));
      const bytes = await MAKERS.html?.make(parts, at);
      if (bytes) writeFileSync(join(folder, name, `${form.name}.html`), bytes);
    }
    harmed.push(name);
  }
  const lines = forms.flatMap((form) =>
    form.tables.flatMap(({ truths }) =>
      truths.map((truth) => [form.name, ...keyOfTruth(truth, form.ledger).split("|")].join(",")),
    ),
  );
  writeFileSync(join(folder, "truth.csv"), `${[HEADER, ...lines].join("\n")}\n`);
  return { forms, made, damaged: harmed };
}

const HEADER = [
  ...["form", "table_id", "flow", "period", "stage", "fund", "kind", "function_code"],
  ...["economic_code", "gov_economic_code", "project_name", "item", "amount_yuan"],
].join(",");
