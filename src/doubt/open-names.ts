import type { Cell } from "../model/table.ts";
import { plainName } from "../normalise/ledger/keys.ts";
import type { Entry, Ledger } from "../normalise/ledger/ledger.ts";
import { isRecognised } from "../normalise/ledger/recognised.ts";
import { sharesName } from "./names.ts";

/** True for figures whose unit or project may be another than their row says: no sum can tell. */
export function openName(ledger: Ledger): (entry: Entry) => boolean {
  const [shares, isUnsure] = [sharesName(ledger), namedUnsurely(ledger)];
  return (entry) => shares(entry) || isUnsure(entry);
}

/** How sure a recogniser is of every character of a name that it read rightly. */
const SURE = 0.9;

/**
 * True for figures in a picture under a unit or project whose name was hardly read, and nowhere read for sure: no sum tells one
 * name from another. That it was read twice is no witness, as the same print is misread in the same way.
 */
function namedUnsurely({ readings }: Ledger): (entry: Entry) => boolean {
  const told = new Map<string, boolean>();
  let sure: readonly string[] | undefined;
  const isTold = (name: string): boolean => {
    sure ??= readings.flatMap(({ table }) =>
      table.rows.flatMap(({ cells }) => cells.flatMap(sureWords)),
    );
    const known = told.get(name) ?? sure.some((text) => text.includes(name));
    told.set(name, known);
    return known;
  };
  return (entry) => {
    if (!isRecognised(entry)) return false;
    const { unitName, projectName } = entry.coordinates;
    return [unitName, projectName].some((name) => name && !isTold(plainName(name)));
  };
}

/** The words of a cell, unless its recogniser is not sure of them or took the line of a cell for a bracket. */
function sureWords({ text, place: { recognised } }: Cell): string[] {
  const words = plainName(text);
  if (!/\p{Script=Han}/u.test(words)) return [];
  if (!recognised) return [words];
  const isClosed = words.split("(").length === words.split(")").length && !/[{}]/.test(words);
  return isClosed && recognised.sure >= SURE ? [words] : [];
}
