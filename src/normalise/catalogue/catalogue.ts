import { ALIASES, DIMENSIONS, type Dimension, type Entry, inForce, VERSIONS } from "./entry.ts";
import { plainName } from "./names.ts";

/** The subjects as they are in one fiscal year. */
export interface Catalogue {
  /** Four digits. */
  readonly year: string;
  /**
   * The subject of a code. A code that has no name in this year (it ended, or is to come) has the one nearest in time:
   * most years of the catalogue are recalled, and a publisher's use of a code weighs more.
   */
  subject(dimension: Dimension, code: string): Entry | undefined;
  function(code: string): Entry | undefined;
  economic(code: string): Entry | undefined;
  govEconomic(code: string): Entry | undefined;
  /**
   * Subjects that a printed name may mean, by code; `under` keeps those of a 类 or 款. Names of the year come before
   * aliases, and these before names of other years: only the first of the three that is found is given.
   */
  findByName(dimension: Dimension, printed: string, under?: string): readonly Entry[];
  /** The code of an economic class by its printed name: of a 类, or of a 款 of the one that is named. */
  economicClass(
    dimension: "economic" | "gov-economic",
    printed: string,
    under?: string,
  ): string | undefined;
  /** The 类 of a line of a summary table, `（十）卫生健康支出`; its ordinal says nothing and is not looked at. */
  functionClass(printed: string): Entry | undefined;
  /**
   * True if the printed name belongs to the code: under this or another year's name, an alias,
   * or the beginning of one that a narrow cell cut off.
   */
  sameName(dimension: Dimension, code: string, printed: string): boolean;
  /**
   * True if the printed name is another subject's: it is found under other codes only, or has nothing in common with a
   * name of the code that was read in real disclosures.
   */
  contradicts(dimension: Dimension, code: string, printed: string): boolean;
}

const catalogues = new Map<string, Catalogue>();

/** The catalogue of a year (four digits). Built once. */
export function catalogueFor(year: string): Catalogue {
  let catalogue = catalogues.get(year);
  if (!catalogue) {
    catalogue = build(year);
    catalogues.set(year, catalogue);
  }
  return catalogue;
}

function build(year: string): Catalogue {
  const subjects = eachDimension((dimension) => {
    const entries = new Map<string, Entry>();
    for (const [code, versions] of VERSIONS[dimension]) entries.set(code, nearest(versions, year));
    return entries;
  });
  const named = eachDimension((dimension) => {
    const codes = new Map<string, Set<string>>();
    for (const entry of subjects[dimension].values())
      if (inForce(entry, year)) add(codes, plainName(entry.name), entry.code);
    return codes;
  });
  const subject = (dimension: Dimension, code: string) => subjects[dimension].get(code);
  const findByName = (dimension: Dimension, printed: string, under = "") => {
    const name = plainName(printed);
    for (const index of [named[dimension], ALIASED[dimension], EVER[dimension]]) {
      const codes = [...(index.get(name) ?? [])].filter((code) => code.startsWith(under)).sort();
      if (codes.length > 0) return codes.flatMap((code) => subjects[dimension].get(code) ?? []);
    }
    return [];
  };
  return {
    year,
    subject,
    function: (code) => subject("function", code),
    economic: (code) => subject("economic", code),
    govEconomic: (code) => subject("gov-economic", code),
    findByName,
    economicClass: (dimension, printed, under) =>
      findByName(dimension, printed, under).find(({ level }) => level === (under ? 2 : 1))?.code,
    functionClass: (printed) => {
      const code = CLASSES.get(plainName(printed));
      return code === undefined ? undefined : subjects.function.get(code);
    },
    sameName,
    contradicts: (dimension, code, printed) => {
      if (sameName(dimension, code, printed)) return false;
      const meant = findByName(dimension, printed);
      if (meant.length > 0) return !meant.some((entry) => entry.code === code);
      const known = subject(dimension, code);
      return known?.confidence === "high" && isStrange(plainName(printed), dimension, code);
    },
  };
}

/** Shortest beginning of a name that can be told from another's. */
const SHORTEST_CUT = 4;

function sameName(dimension: Dimension, code: string, printed: string): boolean {
  const name = plainName(printed);
  const known = NAMES[dimension].get(code) ?? [];
  if (name === "") return false;
  return known.some(
    (other) => other === name || (name.length >= SHORTEST_CUT && `${other}支出`.startsWith(name)),
  );
}

/** True for a name of several characters that has no two neighbouring ones in common with any name of the code. */
function isStrange(name: string, dimension: Dimension, code: string): boolean {
  const pairs = pairsOf(name);
  const known = new Set((NAMES[dimension].get(code) ?? []).flatMap(pairsOf));
  return /^[\u4e00-\u9fff]{4,}$/.test(name) && !pairs.some((pair) => known.has(pair));
}

function pairsOf(name: string): string[] {
  return [...name].slice(1).map((char, i) => `${name[i]}${char}`);
}

/** Every plain name of every code, of all years and aliases. */
const NAMES = eachDimension((dimension) => {
  const names = new Map<string, string[]>();
  for (const [code, versions] of VERSIONS[dimension])
    names.set(
      code,
      versions.map((entry) => plainName(entry.name)),
    );
  for (const alias of ALIASES)
    if (alias.dimension === dimension) names.get(alias.code)?.push(plainName(alias.name));
  return names;
});

/** Codes by the plain names that they ever had. */
const EVER = eachDimension((dimension) => {
  const codes = new Map<string, Set<string>>();
  for (const versions of VERSIONS[dimension].values())
    for (const entry of versions) add(codes, plainName(entry.name), entry.code);
  return codes;
});

const ALIASED = eachDimension((dimension) => {
  const codes = new Map<string, Set<string>>();
  for (const alias of ALIASES)
    if (alias.dimension === dimension) add(codes, plainName(alias.name), alias.code);
  return codes;
});

/** 类 by any name that it ever had: no two have had the same. */
const CLASSES = new Map(
  [...NAMES.function].flatMap(([code, names]) =>
    code.length === 3 ? names.map((name) => [name, code] as const) : [],
  ),
);

function nearest(versions: readonly Entry[], year: string): Entry {
  const distance = (entry: Entry) =>
    Math.max(
      0,
      Number(entry.validFrom ?? 0) - Number(year),
      Number(year) - Number(entry.validTo ?? 9999),
    );
  return versions.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best));
}

function add(index: Map<string, Set<string>>, name: string, code: string): void {
  const codes = index.get(name);
  if (codes) codes.add(code);
  else index.set(name, new Set([code]));
}

function eachDimension<T>(make: (dimension: Dimension) => T): Record<Dimension, T> {
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, make(dimension)])) as Record<
    Dimension,
    T
  >;
}
