import type { Role } from "../assemble/standing.ts";
import { InputError } from "../model/errors.ts";
import type { DisclosureRecord } from "../write/disclosures.ts";
import type { DocumentRecord } from "../write/documents.ts";
import { groupBy } from "../write/group.ts";
import type { SuccessionRecord } from "../write/successions.ts";
import type { AssembledDocument, AssemblyOutcome, AssemblyTask } from "./assembly-job.ts";
import type { Entry } from "./index-file.ts";
import type { Ancestor } from "./lineage.ts";
import type { Stored } from "./meetings.ts";
import { type NamingEffects, namedAsSet } from "./naming.ts";
import { compare } from "./sources.ts";
import { storeKey } from "./store.ts";

/** A source with the state folder that holds its results: a merge publishes from many. */
export interface Publishable extends Entry {
  readonly store: string;
}

/** A document of a disclosure. */
export interface Member {
  readonly entry: Publishable;
  /** Its line in documents.csv. */
  readonly line: DocumentRecord;
  readonly role: Role;
  /** The source that has better what is left out of it. */
  readonly than?: string;
}

/** A disclosure as it goes to the output. */
export interface Assembled {
  readonly stem: string;
  /** Where its records and files are stored. */
  readonly store: string;
  readonly key: string;
  readonly files: readonly string[];
  readonly line: DisclosureRecord;
  /** How many tables it has. */
  readonly tables: number;
  readonly threePublic: number;
  /** The units that its tables name. */
  readonly units: readonly string[];
  /** Decimals of the amount that has the most. */
  readonly decimals: number;
  /** What its documents say of earlier names; missing where they say nothing. */
  readonly successions?: readonly SuccessionRecord[];
  /** What the set says of its department's names; missing where that is nothing. */
  readonly ancestor?: Ancestor;
  /** What came of holding it against others. */
  readonly met: readonly Stored[];
  readonly members: readonly Member[];
}

/** A source with the same bytes as another. */
export interface Duplicate {
  readonly entry: Publishable;
  readonly than: string;
}

export interface Assembly {
  /** In the order of the combined files. */
  readonly disclosures: readonly Assembled[];
  readonly duplicates: readonly Duplicate[];
}

export interface AssemblyEffects extends NamingEffects {
  /** Puts documents together, in a process that can be stopped. */
  readonly perform: (task: AssemblyTask) => Promise<AssemblyOutcome>;
}

/** Documents to disclosures: the same bytes count once, and documents of one department, year, stage and scope are one. */
export async function assembleAll(
  entries: readonly Publishable[],
  effects: AssemblyEffects,
): Promise<Assembly> {
  const { distinct, duplicates } = withoutDuplicates(entries);
  const named = await namedAsSet(distinct, effects);
  const groups = [...groupBy(named, ({ stem }) => stem).values()];
  const disclosures = await Promise.all(
    groups.map((group) => {
      const [only] = group;
      return group.length === 1 && only ? alone(only, []) : together(group, effects);
    }),
  );
  return { disclosures: disclosures.sort(compareAssembled), duplicates };
}

/** The first source of each document by name stands for the others. */
function withoutDuplicates(entries: readonly Publishable[]): {
  distinct: Publishable[];
  duplicates: Duplicate[];
} {
  const first = new Map<string, Publishable>();
  const duplicates: Duplicate[] = [];
  for (const entry of [...entries].sort((a, b) => compare(a.source, b.source))) {
    const known = first.get(entry.line.document);
    if (known) duplicates.push({ entry, than: known.source });
    else first.set(entry.line.document, entry);
  }
  return { distinct: [...first.values()], duplicates };
}

/** A document that is a disclosure by itself. */
function alone(entry: Publishable, editions: readonly Member[]): Assembled {
  const { stem, store, key, files, threePublic, units, decimals, line } = entry;
  const { disclosure, successions } = entry;
  if (!disclosure) throw new Error(`${entry.source} is no disclosure`);
  return {
    ...{ stem, store, key, files, threePublic, units, decimals, tables: Number(line.tables) },
    ...(successions && { successions }),
    met: [],
    line: {
      ...disclosure,
      editions: editions.map((each) => each.entry.line.document).join(" "),
    },
    members: [{ entry, line, role: "stands" }, ...editions],
  };
}

async function together(
  group: readonly Publishable[],
  { state, output, perform }: AssemblyEffects,
): Promise<Assembled> {
  const members = [...group].sort((a, b) => compare(a.line.document, b.line.document));
  const key = storeKey("disclosure", JSON.stringify(output), ...members.map((each) => each.key));
  const task: AssemblyTask = {
    members: members.map((entry) => ({
      ...{ store: entry.store, key: entry.key, trusted: trustedIn(entry) },
    })),
    ...{ state, key, output },
  };
  try {
    const outcome = await perform(task);
    const { stem, files, line, tables, threePublic, units, decimals, successions } = outcome;
    return {
      ...{ stem, files, line, tables, threePublic, units, decimals, key, store: state },
      ...(successions && { successions }),
      met: [],
      members: outcome.documents.map((document) => memberOf(document, members)),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return apart(members, error.message);
  }
}

/** Documents that could not be put together: the one of which most is proved stands, the others are kept beside it. */
function apart(members: readonly Publishable[], why: string): Assembled {
  const [lead, ...others] = [...members].sort((a, b) => trustedIn(b) - trustedIn(a));
  if (!lead) throw new Error("no documents");
  return alone(
    lead,
    others.map((entry) => ({
      ...{ entry, role: "edition", than: lead.source },
      line: {
        ...entry.line,
        reason: `left out of the combined files: it could not be put together with ${lead.source}: ${why}`,
      },
    })),
  );
}

function trustedIn({ line }: Entry): number {
  return Number(line.proved) + Number(line.repaired);
}

function memberOf(
  { document, role, than, counts }: AssembledDocument,
  members: readonly Publishable[],
): Member {
  const entry = members.find(({ line }) => line.document === document);
  if (!entry) throw new Error(`no document ${document}`);
  const better = members.find(({ line }) => line.document === than)?.source;
  const reason = better === undefined ? "" : LEFT_OUT[role](better);
  return {
    ...{ entry, role },
    line: {
      ...entry.line,
      ...(role === "stands" && counts),
      reason: [reason, entry.line.reason].filter(Boolean).join("; "),
    },
    ...(better !== undefined && { than: better }),
  };
}

/** Why a document is not in the combined files, or not with all that it has. */
const LEFT_OUT: Readonly<Record<Role, (better: string) => string>> = {
  stands: () => "",
  partly: (better) =>
    `left out of the combined files in part: ${better} has it in a better edition`,
  edition: (better) => `left out of the combined files: ${better} is the better edition`,
};

/** The order of the combined files: that of their content, whatever order it was read in. */
export function compareAssembled({ line: a }: Assembled, { line: b }: Assembled): number {
  return (
    compare(a.year, b.year) ||
    compare(a.division_code, b.division_code) ||
    compare(a.department, b.department) ||
    compare(a.stage, b.stage) ||
    compare(a.scope, b.scope) ||
    compare(a.disclosure, b.disclosure)
  );
}
