import { oneOf, pick, type Random } from "./random.ts";
import { isCode, isNumber, type Rows, type Sheet } from "./sheet.ts";

/** Gives undefined where the table has no place for the damage. */
export type Damage = (sheet: Sheet, random: Random) => Rows | undefined;

/** Rows that extraction breaks, loses, repeats or puts elsewhere. */
export const ROW_DAMAGES = {
  "shift a row right": (sheet, random) =>
    onRow(sheet, random, (row) => {
      const at = pick(row.length, random);
      return [...row.slice(0, at), "", ...row.slice(at)];
    }),
  "shift a row left": (sheet, random) =>
    onRow(sheet, random, (row) => {
      const at = oneOf(
        row.flatMap((text, i) => (text === "" ? [i] : [])),
        random,
      );
      return at === undefined ? undefined : row.filter((_, i) => i !== at);
    }),
  "swap neighbouring cells": (sheet, random) =>
    onRow(sheet, random, (row) => {
      const at = pick(row.length - 1, random);
      if (row[at] === row[at + 1]) return undefined;
      return row.map((text, i) => (i === at ? row[at + 1] : i === at + 1 ? row[at] : text) ?? "");
    }),
  "merge two cells": (sheet, random) =>
    onRow(sheet, random, (row) => {
      const at = pick(row.length - 1, random);
      if (!row[at] || !row[at + 1]) return undefined;
      return [...row.slice(0, at), `${row[at]} ${row[at + 1]}`, ...row.slice(at + 2)];
    }),
  "last cell to the next line": ({ rows, body }, random) => {
    const at = body + pick(rows.length - body, random);
    const row = rows[at];
    const last = row?.findLastIndex((text) => text !== "") ?? -1;
    if (!row || last < 1) return undefined;
    const rest = row.map((text, i) => (i === last ? "" : text));
    const fallen = row.map((text, i) => (i === last ? text : ""));
    return [...rows.slice(0, at), rest, fallen, ...rows.slice(at + 1)];
  },
  "drop a row": ({ rows, body }, random) => {
    const at = body + pick(rows.length - body, random);
    return rows.filter((_, i) => i !== at);
  },
  "drop a page": ({ rows, body }, random) => {
    const lines = rows.length - body;
    if (lines < 4) return undefined;
    const from = body + pick(lines, random);
    return rows
      .slice(0, from)
      .concat(random() < 0.5 ? [] : rows.slice(from + Math.ceil(lines / 2)));
  },
  "repeat a row": ({ rows, body }, random) => {
    const at = body + pick(rows.length - body, random);
    const row = rows[at];
    return row?.some(isNumber) ? [...rows.slice(0, at), row, ...rows.slice(at)] : undefined;
  },
  "move a row past a subtotal": ({ rows, body }, random) => {
    const from = body + pick(rows.length - body, random);
    const down = random() < 0.5;
    const row = rows[from];
    const past = rows.findIndex((other, i) => i > from && isAbove(other, row));
    const before = rows.findLastIndex((other, i) => i >= body && i < from && isAbove(other, row));
    const to = down ? past : before;
    if (!row || to < 0) return undefined;
    const others = rows.filter((_, i) => i !== from);
    return [...others.slice(0, to), row, ...others.slice(to)];
  },
} as const satisfies Readonly<Record<string, Damage>>;

/** Whether a row sums up rows such as the other: its code is shorter or stands further left, or it says so. */
function isAbove(row: readonly string[], other: readonly string[] | undefined): boolean {
  if (!other || row.some((text) => /[合小总]\s*计/.test(text)))
    return row.some((text) => /[合小总]\s*计/.test(text));
  const [own, its] = [row.findIndex(isCode), other.findIndex(isCode)];
  if (own < 0 || its < 0) return false;
  return own < its || (own === its && (row[own]?.length ?? 0) < (other[its]?.length ?? 0));
}

function onRow(
  { rows, body }: Sheet,
  random: Random,
  change: (row: readonly string[]) => string[] | undefined,
): Rows | undefined {
  const at = body + pick(rows.length - body, random);
  const row = rows[at];
  if (!row?.some(isNumber)) return undefined;
  const changed = change(row);
  return changed && rows.map((other, i) => (i === at ? changed : other));
}
