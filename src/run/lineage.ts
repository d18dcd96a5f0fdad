import { plainUnit } from "../assemble/between/shared.ts";
import { type SeriesRecord, seriesOf } from "../write/series.ts";

/** Later names, each with what came before it. */
export type Lineages = Readonly<Record<string, readonly Before[]>>;

export interface Before {
  /** One name: the department goes on under another. Several: they were merged. */
  readonly from: readonly string[];
  /** Whether it was made of a part of another as well. */
  readonly merged?: boolean;
  /** The first year of the later name, if that is known. */
  readonly since?: string;
  readonly because: string;
}

/** A name of a department, and the one under which it goes on. */
export interface Ancestor {
  readonly name: string;
  /** The latest name of the same department; that of a merged one is its own. */
  readonly goesOnAs: string;
  /** The first year of a department that was made of several. */
  readonly since?: string;
  /** What says what it was made of, or under which name it goes on. */
  readonly because?: string;
}

/** All names that led to a department, itself first, each by its plain form. */
export function lineageOf(department: string, lineages: Lineages): Map<string, Ancestor> {
  const byName = new Map(
    Object.entries(lineages).map(([name, before]) => [plainUnit(name), before]),
  );
  const known = new Map<string, Ancestor>();
  const add = (name: string, goesOnAs: string, why: string): void => {
    if (known.has(plainUnit(name))) return;
    const before = byName.get(plainUnit(name)) ?? [];
    const merger = before.find(isMerger);
    const because = [why, merger?.because].filter(Boolean).join(" ");
    known.set(plainUnit(name), {
      ...{ name, goesOnAs },
      ...(merger?.since && { since: merger.since }),
      ...(because && { because }),
    });
    for (const each of before)
      for (const one of each.from)
        if (isMerger(each)) add(one, one, "");
        else add(one, goesOnAs, each.because);
  };
  add(department, department, "");
  return known;
}

function isMerger({ from, merged = false }: Before): boolean {
  return merged || from.length > 1;
}

/** The name under which a department goes on, as far as is known. */
export function latestName(
  department: string,
  lineages: Lineages,
  seen: readonly string[] = [],
): string {
  const next = Object.entries(lineages).find(
    ([name, before]) =>
      !seen.includes(name) &&
      before.some(({ from }) => from.some((one) => plainUnit(one) === plainUnit(department))),
  );
  return next ? latestName(next[0], lineages, [...seen, next[0]]) : department;
}

/** What is known of a department's names: its own, where that is nothing. */
export function ancestorOf(department: string, lineages: Lineages): Ancestor {
  const lineage = lineageOf(latestName(department, lineages), lineages);
  return lineage.get(plainUnit(department)) ?? { name: department, goesOnAs: department };
}

/** A point of the department that goes on. A merger is a break like a reform of the subject: the later of both counts. */
export function through(
  line: SeriesRecord,
  { goesOnAs, since, because = "" }: Ancestor,
): SeriesRecord {
  const isNew = since !== undefined && line.year >= since && since > line.same_since;
  const point = {
    ...line,
    ...{ goes_on_as: goesOnAs, rests_on: because },
    ...(isNew && { same_since: since, why_zh: because, why_en: because }),
  };
  return { ...point, series: seriesOf(point) };
}
