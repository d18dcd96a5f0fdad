import { plainUnit } from "../../assemble/between/shared.ts";
import type { Successions } from "../../run/successions-file.ts";

/** A name of a department, and the one under which it goes on. */
export interface Ancestor {
  readonly name: string;
  /** The latest name of the same department; that of a merged one is its own. */
  readonly goesOnAs: string;
  /** The first year of a department that was made of several, and what says so. */
  readonly since?: string;
  readonly because?: string;
}

/** All names that led to a department, itself first, each by its plain form. */
export function lineageOf(department: string, successions: Successions): Map<string, Ancestor> {
  const byName = new Map(
    Object.entries(successions).map(([name, before]) => [plainUnit(name), before]),
  );
  const known = new Map<string, Ancestor>();
  const add = (name: string, goesOnAs: string): void => {
    if (known.has(plainUnit(name))) return;
    const before = byName.get(plainUnit(name)) ?? [];
    const merger = before.find(({ from }) => from.length > 1);
    known.set(plainUnit(name), {
      ...{ name, goesOnAs },
      ...(merger && { since: merger.since, because: merger.because }),
    });
    for (const { from } of before)
      for (const one of from) add(one, from.length === 1 ? goesOnAs : one);
  };
  add(department, department);
  return known;
}

/** The name under which a department goes on, as far as successions say. */
export function latestName(department: string, successions: Successions): string {
  const next = Object.entries(successions).find(([, before]) =>
    before.some(({ from }) => from.some((one) => plainUnit(one) === plainUnit(department))),
  );
  return next ? latestName(next[0], successions) : department;
}
