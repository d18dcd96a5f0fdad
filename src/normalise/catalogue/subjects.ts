import { type OwnWords, ownWords } from "../../taxonomy/own/own.ts";
import type { DeclaredWords } from "../../taxonomy/own/schema.ts";
import {
  ALIASES,
  type Alias,
  DIMENSIONS,
  type Dimension,
  entryOf,
  VERSIONS,
  type Versions,
} from "./entry.ts";
import { plainName } from "./names.ts";

/** All subjects that are known, by code and by name. */
export interface Subjects {
  readonly versions: Readonly<Record<Dimension, Versions>>;
  readonly aliases: readonly Alias[];
  /** Every plain name of every code, of all years and aliases. */
  readonly names: Readonly<Record<Dimension, ReadonlyMap<string, readonly string[]>>>;
  /** Codes by the plain names that they ever had. */
  readonly ever: Codes;
  /** Codes by their aliases. */
  readonly aliased: Codes;
  /** 类 by any name that it ever had: no two have had the same. */
  readonly classes: ReadonlyMap<string, string>;
}

type Codes = Readonly<Record<Dimension, ReadonlyMap<string, ReadonlySet<string>>>>;

const known = new WeakMap<OwnWords, Subjects>();

/** The subjects of the catalogue and those of the user's own words. */
export function knownSubjects(): Subjects {
  const own = ownWords();
  const subjects = known.get(own) ?? subjectsWith(own.declared);
  known.set(own, subjects);
  return subjects;
}

function subjectsWith({ subjects = {}, aliases = {} }: DeclaredWords): Subjects {
  const versions = eachDimension((dimension): Versions => {
    const added = Object.entries(subjects[dimension] ?? {});
    if (added.length === 0) return VERSIONS[dimension];
    const all = new Map(VERSIONS[dimension]);
    for (const [code, { name, ...years }] of added) {
      const { from, to }: { from?: string | undefined; to?: string | undefined } = years;
      const entry = entryOf([code, name, from ?? "", to ?? "", "medium", "vocabulary"]);
      all.set(code, [...(all.get(code) ?? []), entry]);
    }
    return all;
  });
  const further = DIMENSIONS.flatMap((dimension) =>
    Object.entries(aliases[dimension] ?? {}).flatMap(([code, names]) =>
      names.map((name) => ({ dimension, code, name })),
    ),
  );
  const all = [...ALIASES, ...further];
  const names = namesOf(versions, all);
  return {
    ...{ versions, aliases: all, names },
    ever: eachDimension((dimension) => {
      const entries = [...versions[dimension].values()].flat();
      return codesOf(entries.map(({ name, code }) => [name, code]));
    }),
    aliased: eachDimension((dimension) => {
      const own = all.filter((alias) => alias.dimension === dimension);
      return codesOf(own.map(({ name, code }) => [name, code]));
    }),
    classes: new Map(
      [...names.function].flatMap(([code, each]) =>
        code.length === 3 ? each.map((name) => [name, code] as const) : [],
      ),
    ),
  };
}

function namesOf(versions: Subjects["versions"], aliases: readonly Alias[]): Subjects["names"] {
  return eachDimension((dimension) => {
    const names = new Map<string, string[]>();
    for (const [code, entries] of versions[dimension])
      names.set(
        code,
        entries.map(({ name }) => plainName(name)),
      );
    for (const alias of aliases)
      if (alias.dimension === dimension) names.get(alias.code)?.push(plainName(alias.name));
    return names;
  });
}

function codesOf(pairs: readonly (readonly [name: string, code: string])[]) {
  const codes = new Map<string, Set<string>>();
  for (const [name, code] of pairs) add(codes, plainName(name), code);
  return codes;
}

/** Adds a code to those of a name. */
export function add(index: Map<string, Set<string>>, name: string, code: string): void {
  const codes = index.get(name);
  if (codes) codes.add(code);
  else index.set(name, new Set([code]));
}

export function eachDimension<T>(make: (dimension: Dimension) => T): Record<Dimension, T> {
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, make(dimension)])) as Record<
    Dimension,
    T
  >;
}
