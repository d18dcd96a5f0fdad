import { type Dimension, type Entry, inForce } from "./entry.ts";
import { plainName } from "./names.ts";
import { add, eachDimension, knownSubjects, type Subjects } from "./subjects.ts";

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
   * True if the printed name is another subject's: it is found under other codes only, whole or cut off, or has nothing in
   * common with a name of the code that was read in real disclosures.
   */
  contradicts(dimension: Dimension, code: string, printed: string): boolean;
}

const catalogues = new WeakMap<Subjects, Map<string, Catalogue>>();

/** The catalogue of a year (four digits), with the subjects of the user's own. Built once. */
export function catalogueFor(year: string): Catalogue {
  const subjects = knownSubjects();
  const built = catalogues.get(subjects) ?? new Map<string, Catalogue>();
  catalogues.set(subjects, built);
  const catalogue = built.get(year) ?? build(year, subjects);
  built.set(year, catalogue);
  return catalogue;
}

function build(
  year: string,
  { versions: all, names, ever, aliased, classes }: Subjects,
): Catalogue {
  const subjects = eachDimension((dimension) => {
    const entries = new Map<string, Entry>();
    for (const [code, versions] of all[dimension]) entries.set(code, nearest(versions, year));
    return entries;
  });
  const named = eachDimension((dimension) => {
    const codes = new Map<string, Set<string>>();
    for (const entry of subjects[dimension].values())
      if (inForce(entry, year)) add(codes, plainName(entry.name), entry.code);
    return codes;
  });
  const subject = (dimension: Dimension, code: string) => subjects[dimension].get(code);
  const findPlain = (dimension: Dimension, name: string, under = "") => {
    for (const index of [named[dimension], aliased[dimension], ever[dimension]]) {
      const codes = [...(index.get(name) ?? [])].filter((code) => code.startsWith(under)).sort();
      if (codes.length > 0) return codes.flatMap((code) => subjects[dimension].get(code) ?? []);
    }
    return [];
  };
  const findByName = (dimension: Dimension, printed: string, under?: string) =>
    findPlain(dimension, plainName(printed), under);
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
      const code = classes.get(plainName(printed));
      return code === undefined ? undefined : subjects.function.get(code);
    },
    sameName: (dimension, code, printed) => isOneOf(plainName(printed), names[dimension].get(code)),
    contradicts: (dimension, code, printed) => {
      const name = plainName(printed);
      if (names[dimension].get(code)?.includes(name)) return false;
      // A narrow cell may have cut a name off, but what is left is not another's whole name.
      const meant = findPlain(dimension, name);
      if (meant.length > 0) return !meant.some((entry) => entry.code === code);
      if (isOneOf(name, names[dimension].get(code))) return false;
      if ([...names[dimension].values()].some((others) => isOneOf(name, others))) return true;
      const known = subject(dimension, code);
      return known?.confidence === "high" && isStrange(name, names[dimension].get(code));
    },
  };
}

/** Shortest beginning of a name that can be told from another's. */
const SHORTEST_CUT = 4;

/** True if a name is one of the names of a code, or the beginning of one. */
function isOneOf(name: string, names: readonly string[] = []): boolean {
  if (name === "") return false;
  return names.some(
    (other) => other === name || (name.length >= SHORTEST_CUT && `${other}支出`.startsWith(name)),
  );
}

/** True for a name of several characters that has no two neighbouring ones in common with any name of the code. */
function isStrange(name: string, names: readonly string[] = []): boolean {
  const pairs = pairsOf(name);
  const known = new Set(names.flatMap(pairsOf));
  return /^[\u4e00-\u9fff]{4,}$/.test(name) && !pairs.some((pair) => known.has(pair));
}

function pairsOf(name: string): string[] {
  return [...name].slice(1).map((char, i) => `${name[i]}${char}`);
}

function nearest(versions: readonly Entry[], year: string): Entry {
  const distance = (entry: Entry) =>
    Math.max(
      0,
      Number(entry.validFrom ?? 0) - Number(year),
      Number(year) - Number(entry.validTo ?? 9999),
    );
  return versions.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best));
}
