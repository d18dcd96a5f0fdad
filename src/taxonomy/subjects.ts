import type { Coordinates } from "../model/coordinates.ts";

/** What a row is about, in the dimensions in which rows stand under each other. Empty is the whole. */
export interface Subject {
  readonly unit: string;
  readonly function: string;
  readonly economic: string;
  readonly government: string;
  readonly type: string;
  readonly project: string;
}

/** The subject of a grand total. */
export const WHOLE: Subject = {
  unit: "",
  function: "",
  economic: "",
  government: "",
  type: "",
  project: "",
};

export function subjectId(subject: Subject): string {
  const { unit, function: func, economic, government, type, project } = subject;
  return `${unit}|${func}|${economic}|${government}|${type}|${project}`;
}

export function isRoot(subject: Subject): boolean {
  return Object.values(subject).every((part) => part === "");
}

/** Which dimensions a row speaks of: rows of one way of classifying have one signature. */
export function signatureOf(subject: Subject): string {
  return Object.values(subject)
    .map((part) => (part === "" ? "-" : "x"))
    .join("");
}

/**
 * The nearest subjects above one that exist, by the product order of all dimensions: (301, 501) stands above
 * (30101, 50101). The root is among them only where nothing else is. More than one: the rows form no tree.
 */
export function parentsOf(subject: Subject, exists: (id: string) => boolean): Subject[] {
  const self = subjectId(subject);
  const above = coarser(subject).filter((at) => {
    const id = subjectId(at);
    return id !== self && exists(id);
  });
  return above.filter((at) => !above.some((other) => other !== at && isAbove(at, other)));
}

/** All subjects that stand above a subject, and itself, existing or not. */
export function coarser(subject: Subject): Subject[] {
  const all: Subject[] = [];
  for (const unit of prefixes(subject.unit, UNIT_LEVELS))
    for (const func of prefixes(subject.function, FUNCTION_LEVELS))
      for (const economic of prefixes(subject.economic, ECONOMIC_LEVELS))
        for (const government of prefixes(subject.government, ECONOMIC_LEVELS))
          for (const type of whole(subject.type))
            for (const project of whole(subject.project))
              all.push({ unit, function: func, economic, government, type, project });
  return all;
}

const FUNCTION_LEVELS = [3, 5];
const ECONOMIC_LEVELS = [3];
const UNIT_LEVELS = [2, 3, 4, 5, 6, 7, 8, 9];
const NONE: readonly string[] = [""];

function prefixes(code: string, levels: readonly number[]): readonly string[] {
  if (code === "") return NONE;
  const digits = /^\d+/.exec(code)?.[0] ?? "";
  const shorter = levels.filter((length) => length < code.length && length <= digits.length);
  return ["", ...shorter.map((length) => code.slice(0, length)), code];
}

function whole(part: string): readonly string[] {
  return part === "" ? NONE : ["", part];
}

/** True if every dimension of `above` is a prefix of that of `below` (and they are not the same). */
export function isAbove(above: Subject, below: Subject): boolean {
  return (
    isPrefix(above.unit, below.unit) &&
    isPrefix(above.function, below.function) &&
    isPrefix(above.economic, below.economic) &&
    isPrefix(above.government, below.government) &&
    (above.type === "" || above.type === below.type) &&
    (above.project === "" || above.project === below.project) &&
    subjectId(above) !== subjectId(below)
  );
}

function isPrefix(above: string, below: string): boolean {
  if (above === "" || above === below) return true;
  return below.startsWith(above) && /^\d+$/.test(above) && /^\d+(?:#|$)/.test(below);
}

/** True for coordinates of the whole department, not of a subject, unit, project or item. */
export function isWhole(c: Coordinates): boolean {
  const code = c.functionCode ?? c.economicCode ?? c.govEconomicCode;
  const unit = c.unitCode ?? c.unitName;
  return (code ?? unit ?? c.projectCode ?? c.projectName ?? c.item) === undefined;
}
