import { unitInHeading, unitLabel } from "../extract/captions.ts";
import { isColumnNumbers, printedRows } from "../extract/grids/body.ts";
import type { Grid, GridCell } from "../model/block.ts";
import type { Place } from "../model/place.ts";
import { plain } from "../taxonomy/plain.ts";
import { amountsAmongWords, numberOf } from "./numbers.ts";

/** A number that looks like money, where it is printed. */
export interface Amount {
  /** As printed, without separators of thousands. */
  readonly number: string;
  readonly place: Place;
  /** The text of its cell, where it stands among words: in a sentence, a remark, a name that it is fused to. */
  readonly among?: string;
}

/** Headings and labels of what is no money: rates, counts, measures, codes, dates. */
const NO_MONEY =
  /(?:[%％‰]|率|比重|占比|比例|幅度?|(?:团组|人|人次|批次|次|户|辆|车辆|台|套|台套|个|购置|保有|接待)数量?|保有量|购置量|数量|面积|人次|批次|编码|代码|编号|序号|行次|栏次|年度|年份|日期|电话|邮编|[(（](?:平方米|㎡|辆|台|套|人|个|批|次|人次|批次|团组|台\/套|台、套)[)）])$/;
/** Headings of money, where no number of the column shows it. */
const MONEY = /金额|预算|决算|合计|总计|小计|支出|收入|经费|资金|拨款|结转|结余|费用?$/;

/** The numbers of a grid that look like money, whatever its table is. `money`: a unit of money is printed with it. */
export function amountsOfGrid(grid: Grid, money: boolean): Amount[] {
  const rows = printedRows(grid);
  const unit = money || grid.cells.some(({ text }) => namesUnit(text));
  const heads = new Map<number, string>();
  const found = rows.map((row) => row.map(({ text }) => numberOf(text)));
  const marked = markedColumns(rows, found);
  const amounts: Amount[] = [];
  for (const [r, row] of rows.entries()) {
    const own = found[r] ?? [];
    const numbers = own.some(Boolean) && isColumnNumbers(row);
    let label = "";
    for (const [i, { text, place, c0 }] of row.entries()) {
      const number = own[i];
      if (!number) {
        label = /[\u4e00-\u9fff]/.test(text) ? plain(text) : label;
        for (const each of amountsAmongWords(text))
          amounts.push({ number: each, place, among: text });
        continue;
      }
      const head = heads.get(c0) ?? "";
      const integer = !number.marked;
      if (integer && (numbers || isYear(number.number))) continue;
      if (integer && !marked.has(c0) && !(unit && MONEY.test(head))) continue;
      if (NO_MONEY.test(head) || NO_MONEY.test(label)) continue;
      amounts.push({ number: number.number, place });
    }
    if (!own.some(Boolean)) for (const cell of row) setHead(heads, cell);
  }
  return amounts;
}

type Found = ReturnType<typeof numberOf>;

/** Columns of numbers with a point or separators: their integers are money too. Codes outnumber an amount that slid. */
function markedColumns(
  rows: readonly (readonly GridCell[])[],
  found: readonly (readonly Found[])[],
): Set<number> {
  const balance = new Map<number, number>();
  for (const [r, row] of rows.entries())
    for (const [i, { c0 }] of row.entries()) {
      const own = found[r]?.[i];
      const sign = own?.marked ? 1 : own && CODE.test(own.number) ? -1 : 0;
      balance.set(c0, (balance.get(c0) ?? 0) + sign);
    }
  return new Set([...balance].flatMap(([column, sum]) => (sum > 0 ? [column] : [])));
}

/** Codes of subjects have three, five or seven digits. */
const CODE = /^\d{3}(?:\d{2}){0,2}$/;

function setHead(heads: Map<number, string>, { c0, c1, text }: GridCell): void {
  const word = plain(text);
  if (!/[\u4e00-\u9fff%％]/.test(word)) return;
  for (let column = c0; column <= c1; column++) heads.set(column, word);
}

function namesUnit(text: string): boolean {
  return unitLabel(text) !== undefined || unitInHeading(text) !== undefined;
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d{2}$/.test(number);
}
