import { COORDINATE_NAMES, type Coordinates } from "../../model/coordinates.ts";
import type { FullCoordinates } from "./ledger.ts";

export type Dimension = (typeof COORDINATE_NAMES)[number];

/** Coordinates as one string, without some of them: figures that agree in all others have one key. */
export function keyWithout(coordinates: Coordinates, ...without: readonly Dimension[]): string {
  let key = "";
  for (const dimension of COORDINATE_NAMES) {
    key += "|";
    const value = coordinates[dimension];
    if (value !== undefined && !without.includes(dimension)) key += value;
  }
  return key;
}

/** What money a figure is, without the line that it stands in. */
export function withoutLine(c: FullCoordinates): FullCoordinates {
  return {
    period: c.period,
    stage: c.stage,
    ...(c.flow && { flow: c.flow }),
    ...(c.fund && { fund: c.fund }),
    ...(c.kind && { kind: c.kind }),
  };
}

/** True for what a project has, or one of its rows. */
export function isProject({ projectCode, projectName }: Coordinates): boolean {
  return (projectCode ?? projectName) !== undefined;
}

/** Names compare without spaces, quotes and width of forms: 项目（一） and 项目(一) are one project. */
export function plainName(name: string): string {
  if (PLAIN.test(name)) return name;
  return name.normalize("NFKC").replace(/[\s“”"'‘’]/g, "");
}

/** A name with nothing to fold or drop, as most are. */
const PLAIN = /^[\u4e00-\u9fff\dA-Za-z]*$/;

/** The coordinates concerned, as checks.csv has them. */
export function describe(coordinates: Coordinates): string {
  let text = "";
  for (const dimension of COORDINATE_NAMES) {
    const value = coordinates[dimension];
    if (value !== undefined) text += `${text === "" ? "" : "; "}${dimension}=${value}`;
  }
  return text;
}

/** Gathers what has the same key; what has none is left out. */
export function groupBy<T, Key>(
  all: Iterable<T>,
  keyOf: (one: T) => Key | undefined,
): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** True for a heading or label printed as a part of what stands before it: 其中：财政拨款. It may be less than its whole. */
export function saysPart(words: string): boolean {
  return /^\s*其\s*中/.test(words);
}
