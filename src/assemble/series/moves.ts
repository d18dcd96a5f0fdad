import type { Dimension } from "../../normalise/catalogue/index.ts";

/** A subject that goes on under another code, and everything below it with it. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** The first year of the other code. */
  readonly since: string;
}

/**
 * Moves of subjects. Each rests on the catalogue: the name is the same, one code ends in the year before the other begins
 * (medium confidence: recalled from 《政府收支分类科目》, but for 2049901, 2089901, 2109901, 2129901 and 30311, which were read
 * under both codes or under the second). Where only a part of a subject moved it is no move but a reform (reforms.ts).
 */
export const MOVES: Readonly<Record<Dimension, readonly Move[]>> = {
  function: [
    // The institutional reform of 2018: what ministries were merged or parted, in the classification of 2019.
    ...moved("2019", [
      ["2010409", "2110108"],
      ["2011006", "2080905"],
      ["2012506", "2013405"],
      ["2070404", "2070804"],
      ["2070405", "2070805"],
      ["2070406", "2070607"],
      ["2070407", "2070604"],
      ["2070408", "2070605"],
      ["2070409", "2070606"],
      ["2080204", "2082804"],
      ["2081501", "2240701"],
      ["2081502", "2240702"],
      ["2081503", "2240704"],
      ["2101012", "2013812"],
      ["2101013", "2013814"],
      ["2101014", "2013813"],
      ["2150604", "2240105"],
      ["2160504", "2070113"],
      ["2160505", "2070114"],
      ["2200111", "2240601"],
      ["22004", "22405"],
    ]),
    // 其他…支出（项）: 99 99 instead of 99 01.
    ...moved("2020", [
      ["2029901", "2029999"],
      ["2039901", "2039999"],
      ["2049901", "2049999"],
      ["2089901", "2089999"],
      ["2109901", "2109999"],
      ["2119901", "2119999"],
      ["2129901", "2129999"],
      ["2179901", "2179999"],
      ["2209901", "2209999"],
      ["2239901", "2239999"],
      ["2299901", "2299999"],
    ]),
    // 人力资源事务 to 人力资源和社会保障管理事务.
    ...moved("2021", [
      ["2011004", "2080113"],
      ["2011005", "2080114"],
      ["2011007", "2080115"],
      ["2011008", "2080116"],
    ]),
    // Funds for people who were resettled for reservoirs: from 社会保障和就业 to 农林水.
    ...moved("2024", [
      ["20822", "21372"],
      ["20823", "21373"],
      ["20829", "21374"],
    ]),
  ],
  // The economic classification of 2018.
  economic: moved("2018", [["30311", "30113"]]),
  "gov-economic": [],
};

function moved(since: string, codes: readonly (readonly [from: string, to: string])[]): Move[] {
  return codes.map(([from, to]) => ({ from, to, since }));
}

/** The code under which a subject of a year goes on. */
export function codeNow(dimension: Dimension, code: string, year: string): string {
  const move = MOVES[dimension].find(({ from, since }) => code.startsWith(from) && year < since);
  return move ? codeNow(dimension, move.to + code.slice(move.from.length), move.since) : code;
}
