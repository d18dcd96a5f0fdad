import { compareMembers } from "../assemble/between/members.ts";
import { compareRepeats, repeatedBy } from "../assemble/between/repeats.ts";
import { plainUnit, type Shares, sharesFrom } from "../assemble/between/shared.ts";
import type { Stage } from "../model/coordinates.ts";
import { type DifferenceRecord, differenceRecords } from "../write/differences.ts";
import { groupBy } from "../write/group.ts";
import type { Assembled, Assembly } from "./assembly.ts";
import { compare } from "./sources.ts";
import { isStored, store, storedRecord, storedShares, storeKey } from "./store.ts";

/** Where something lies: a folder of states, and a key in it. */
export interface Stored {
  readonly store: string;
  readonly key: string;
}

/** What two or more disclosures came to that print figures of each other. */
export interface StoredMeeting {
  /** The disclosure that repeats figures, or is the whole of the others. */
  readonly disclosure: string;
  /** Facts of all of them that another one has as well. */
  readonly held: readonly string[];
  readonly differences: readonly DifferenceRecord[];
}

interface Meeting {
  readonly kind: "repeats" | "unit" | "department";
  readonly of: Assembled;
  readonly others: readonly Assembled[];
}

/**
 * Holds disclosures against each other, a department after the other: what they repeat of the budget and of the year before,
 * and what they say of their units. What met before is looked up, so that a new document costs what it meets.
 */
export function compareAll(assembly: Assembly, state: string): Assembly {
  const meetings = meetingsOf(assembly.disclosures);
  const met = new Map<Assembled, Stored[]>();
  const shares = sharesCache();
  for (const meeting of meetings) {
    const { kind, of, others } = meeting;
    const key = storeKey("meeting", kind, of.key, ...others.map((other) => other.key));
    if (!isStored(state, key)) store(state, key, hold(meeting, shares), []);
    for (const each of [of, ...others])
      met.set(each, [...(met.get(each) ?? []), { store: state, key }]);
  }
  const disclosures = assembly.disclosures.map((each) => ({ ...each, met: met.get(each) ?? [] }));
  return { ...assembly, disclosures };
}

/** How often each fact of a disclosure is printed by others, and the differences that are told of it. */
export function metBy({ stem, met }: Pick<Assembled, "stem" | "met">): {
  readonly held: ReadonlyMap<string, number>;
  readonly differences: readonly DifferenceRecord[];
} {
  const held = new Map<string, number>();
  const differences: DifferenceRecord[] = [];
  for (const { store, key } of met) {
    const meeting = storedRecord(store, key) as StoredMeeting;
    for (const fact of meeting.held) held.set(fact, (held.get(fact) ?? 0) + 1);
    if (meeting.disclosure === stem) differences.push(...meeting.differences);
  }
  return { held, differences };
}

function hold({ kind, of, others }: Meeting, sharesOf: SharesOf): StoredMeeting {
  const whole = { ...issueOf(of), ...sharesOf(of) };
  const members = function* () {
    for (const other of others) yield { ...sharesOf(other), name: other.line.department };
  };
  const compared =
    kind === "repeats"
      ? others.map((other) => compareRepeats(whole, { ...issueOf(other), ...sharesOf(other) }))
      : [compareMembers({ ...whole, kind }, members())];
  const { department, year } = of.line;
  const told = { disclosure: of.stem, department, year };
  return {
    disclosure: of.stem,
    held: [...new Set(compared.flatMap(({ held }) => [...held]))].sort(),
    differences: compared.flatMap(({ differences }) => differenceRecords(told, differences)),
  };
}

function issueOf({ line }: Assembled): { readonly year: string; readonly stage: Stage } {
  return { year: line.year, stage: line.stage as Stage };
}

/** Which disclosures print figures of each other, by what they are about. */
function meetingsOf(disclosures: readonly Assembled[]): Meeting[] {
  const sorted = [...disclosures].sort(
    ({ line: a }, { line: b }) =>
      compare(a.division_code, b.division_code) || compare(a.department, b.department),
  );
  const byIssue = new Map(sorted.map((each) => [issueKey(each.line), each]));
  const byTime = groupBy(sorted, ({ line }) => timeKey(line));
  return sorted.flatMap((of) => {
    const { line } = of;
    const repeated = repeatedBy(issueOf(of)).flatMap(
      (issue) => byIssue.get(issueKey({ ...line, ...issue })) ?? [],
    );
    const kind = MEMBERS[line.scope];
    const members = kind ? membersOf(of, byTime.get(timeKey(line)) ?? [], kind) : [];
    return [
      ...repeated.map((other): Meeting => ({ kind: "repeats", of, others: [other] })),
      ...(kind && members.length > 0 ? [{ kind, of, others: members }] : []),
    ];
  });
}

type Line = Assembled["line"];

function issueKey({ division_code, department, scope, year, stage }: Line): string {
  return [division_code, plainUnit(department), scope, year, stage].join("|");
}

function timeKey({ division_code, year, stage }: Line): string {
  return [division_code, year, stage].join("|");
}

/** What the members of each scope are called; the members of a government are departments. */
const MEMBERS: Readonly<Record<string, "unit" | "department">> = {
  department: "unit",
  government: "department",
};

/** Disclosures that a whole names in its rows; units also by a name or code that begins with its own. */
function membersOf(
  { line, units }: Assembled,
  others: readonly Assembled[],
  scope: "unit" | "department",
): Assembled[] {
  const named = new Set(units);
  const code = line.department_code;
  return others.filter((other) => {
    if (other.line.scope !== scope) return false;
    const name = plainUnit(other.line.department);
    if (named.has(name)) return true;
    const below = other.line.department_code;
    return (
      scope === "unit" &&
      (name.startsWith(plainUnit(line.department)) ||
        (code !== "" && below !== code && below.startsWith(code)))
    );
  });
}

type SharesOf = (disclosure: Assembled) => Shares;

/** Disclosures whose figures are in memory at once. */
const KEPT = 32;

function sharesCache(): SharesOf {
  const kept = new Map<string, Shares>();
  return ({ store, key }) => {
    const shares = kept.get(key) ?? sharesFrom(storedShares(store, key));
    kept.delete(key);
    kept.set(key, shares);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return shares;
  };
}
