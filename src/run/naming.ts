import { disclosuresIn, type Issued, namingsIn } from "../assemble/naming.ts";
import type { Publishable } from "./assembly.ts";
import type { DocumentOutcome } from "./document-store.ts";
import type { OutputOptions } from "./plan.ts";
import type { RenameTask } from "./rename-job.ts";
import { storeKey } from "./store.ts";

export interface NamingEffects {
  /** Folder that takes what is named otherwise. */
  readonly state: string;
  readonly output: OutputOptions;
  readonly rename: (task: RenameTask) => Promise<DocumentOutcome>;
}

/** Documents under the names that they have in their set; what the set does not change stays as it was read. */
export async function namedAsSet(
  documents: readonly Publishable[],
  { state, output, rename }: NamingEffects,
): Promise<Publishable[]> {
  const namings = namingsIn(documents.map(whoOf));
  return Promise.all(
    documents.map(async (entry) => {
      const naming = namings.get(entry.line.document);
      if (!naming) return entry;
      const { store, key: read } = entry;
      const key = storeKey("naming", JSON.stringify([output, naming]), read);
      const { places: _, ...of } = entry;
      return {
        ...of,
        ...(await rename({ document: { store, key: read }, naming, state, key, output })),
        ...{ key, store: state },
      };
    }),
  );
}

/** The documents that are read again to be put together, or to stand under another name. */
export function readAgain(documents: readonly Publishable[]): Publishable[] {
  const disclosures = disclosuresIn(documents.map((entry) => ({ ...whoOf(entry), entry })));
  return disclosures.flatMap((group) =>
    group.flatMap(({ of, naming }) => (naming || group.length > 1 ? [of.entry] : [])),
  );
}

function whoOf({ line, places = [], units }: Publishable): Issued {
  const { document, division_code: divisionCode, department, year, stage, scope } = line;
  return { document, divisionCode, department, year, stage, scope, places, units };
}
