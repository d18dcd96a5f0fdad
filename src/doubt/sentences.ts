import type { Entry } from "../normalise/ledger/ledger.ts";
import { type Doubt, doubt, type Print } from "./doubt.ts";

/** Figures of which the narrative says something else, and no other table has them. */
export function contradictedBySentences(print: Print): Doubt[] {
  const { ledger, confirmed, hearing } = print;
  const { contradicted, scaled } = hearing;
  return [
    ...doubt(
      "sentence-differs",
      "正文对这个数字另有说法，其他表也未印证",
      "a sentence says another amount of it, and no other table has it",
      [...contradicted].filter((entry) => !confirmed.has(entry)),
    ),
    ...doubt(
      "heading-doubtful",
      "本表有几个年度或阶段的栏目，正文与其中的数字不符，栏目可能互换",
      "its table has columns of several years or stages, and a sentence contradicts one of them: they may have changed places",
      periodsApart(print),
    ),
    ...doubt(
      "scale-doubtful",
      "正文的多个数字与本表相差同一个十的整数次方，金额单位存疑",
      "several sentences differ from its table by the same power of ten: the unit is in doubt",
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
