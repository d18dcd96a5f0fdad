import type { Entry } from "../normalise/ledger/ledger.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Figures of which the narrative says something else, and no other table has them. */
export function contradictedBySentences(print: Print): Doubt[] {
  const { ledger, confirmed, hearing } = print;
  const { contradicted, scaled } = hearing;
  return [
    ...doubt(
      "contradicted",
      [...contradicted].filter((entry) => !confirmed.has(entry)),
    ),
    ...doubt("periods-apart", periodsApart(print)),
    ...doubt(
      "scaled-by-sentences",
      ledger.entries.filter(({ table }) => scaled.has(table)),
    ),
  ];
}

function periodsApart({ ledger, confirmed, hearing }: Print): Entry[] {
  const open = [...hearing.contradicted].filter((entry) => !confirmed.has(entry));
  const tables = new Set(open.map(({ table }) => table));
  return [...tables].flatMap((table) => {
    const entries = ledger.byTable[table] ?? [];
    const times = new Set(entries.map(({ coordinates: c }) => `${c.period} ${c.stage}`));
    return times.size > 1 ? entries.filter((entry) => !hearing.stated.has(entry)) : [];
  });
}
