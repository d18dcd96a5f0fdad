import type { Check, FigureRef } from "../model/check.ts";
import type { Message } from "../model/message.ts";
import type { Cell, Row, Table, TableFigure } from "../model/table.ts";
import type { Catalogue } from "./catalogue/index.ts";
import type { KeyReading } from "./rows/key-reading.ts";

/** Why a printed number is no fact. */
export const UNPLACED = {
  column: { zh: "它所在的列不属于本表", en: "no column" },
  heading: { zh: "所在列的表头不认识", en: "the heading of its column is not known" },
  names: {
    zh: "编码或名称的列里印有金额",
    en: "an amount stands in a column of names or codes",
  },
  fused: { zh: "金额与名称连在一起", en: "an amount is fused to a name" },
  several: { zh: "不是单独一个数字", en: "it is no single number" },
  unprinted: { zh: "表格没有印出这个数字", en: "a spreadsheet did not print the number" },
  words: { zh: "单元格里还有文字", en: "words stand in its cell" },
  orphan: (code: string): Message => ({
    zh: `编码${code}缺少上一级`,
    en: `its code ${code} has lost the level above`,
  }),
} as const;

export function unplacedCheck(table: Table, row: Row, cell: Cell, { zh, en }: Message): Check {
  return {
    ...{ check: "unplaced", outcome: "noted", severity: "warning" },
    ...{ table: table.id, row: row.index, coordinates: `column=${cell.column + 1}` },
    found: cell.text,
    message: {
      zh: `${cell.text}没有成为数据：${zh}`,
      en: `${cell.text} is in no fact: ${en}`,
    },
    figures: [],
    place: cell.place,
  };
}

export function codeChecks(
  table: Table,
  row: Row,
  reading: KeyReading,
  catalogue: Catalogue,
): Check[] {
  const { coordinates, label } = reading.key;
  const { functionCode, economicCode, govEconomicCode } = coordinates;
  const codes = [
    ["function", functionCode],
    ["economic", economicCode],
    ["gov-economic", govEconomicCode],
  ] as const;
  return codes.flatMap(([dimension, code]): Check[] => {
    if (code === undefined || catalogue.subject(dimension, code) !== undefined) return [];
    return [
      {
        ...{ check: "unknown-code", outcome: "noted", severity: "warning" },
        ...{ table: table.id, row: row.index, coordinates: `${dimension}=${code}` },
        found: code,
        message: {
          zh: `科目目录中没有${code} ${label}；按印出的保留`,
          en: `the catalogue does not know ${code} ${label}; it is kept as printed`,
        },
        figures: [],
        place: row.place,
      },
    ];
  });
}

/** What was told of a table, at the table's position in the disclosure: a code concerns the figures that it keys. */
export function checksAt(
  tableIndex: number,
  {
    checks,
    figures,
  }: { readonly checks: readonly Check[]; readonly figures: readonly TableFigure[] },
): Check[] {
  const byRow = new Map<number, TableFigure[]>();
  for (const figure of figures) {
    const ofRow = byRow.get(figure.row);
    if (ofRow) ofRow.push(figure);
    else byRow.set(figure.row, [figure]);
  }
  return checks.map((check) => {
    const ofRow = check.check === "unknown-code" ? byRow.get(check.row ?? -1) : undefined;
    const own = ofRow?.filter((figure) => isOf(figure, check)) ?? [];
    const refs = own.map(({ row, column }): FigureRef => ({ tableIndex, row, column }));
    return { ...check, tableIndex, figures: refs };
  });
}

function isOf(figure: TableFigure, { found }: Check): boolean {
  return Object.values(figure.coordinates).some((code) => code === found);
}
