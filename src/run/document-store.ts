import { sharesOf, sharesText, unitsIn } from "../assemble/between/shared.ts";
import { partText } from "../assemble/part.ts";
import { departmentFiles } from "../write/department-files.ts";
import { disclosureRecord } from "../write/disclosures.ts";
import { documentRecord } from "../write/documents.ts";
import { decimalsIn } from "../write/measure.ts";
import { stemOf } from "../write/paths.ts";
import { recordsOf } from "../write/records.ts";
import type { ReadDocument } from "./document.ts";
import type { Outcome } from "./job.ts";
import type { OutputOptions } from "./plan.ts";
import { store } from "./store.ts";
import { countThreePublic } from "./three-public.ts";

/** What the store and the run keep of a document that was read. */
export type DocumentOutcome = Omit<Outcome, "reused" | "key" | "format">;

/** Where it is kept. */
export interface Keeping {
  readonly state: string;
  readonly key: string;
  readonly output: OutputOptions;
}

/** Stores what a document gives, by itself and for whatever it is put together with. */
export async function storeDocument(
  { disclosure, part }: ReadDocument,
  sha256: string,
  { state, key, output }: Keeping,
): Promise<DocumentOutcome> {
  const stem = stemOf(disclosure);
  const records = recordsOf(disclosure);
  const shares = sharesOf(disclosure);
  const files = output.departments ? await departmentFiles(disclosure, output, records) : [];
  const { places } = disclosure.identity;
  const done: DocumentOutcome = {
    sha256,
    line: documentRecord({ outcome: "done", disclosure }),
    disclosure: disclosureRecord(disclosure),
    stem,
    ...(places && { places }),
    files: files.map(({ path }) => path.slice(stem.length)),
    threePublic: countThreePublic(records),
    units: unitsIn(shares),
    decimals: decimalsIn(records.facts),
    ...(records.successions.length > 0 && { successions: records.successions }),
  };
  const texts = { part: partText(part), shares: sharesText(shares) };
  store(state, key, { ...done, records }, files, texts);
  return done;
}
