import { MONEY_UNITS, type MoneyUnit, parseNumber } from "../../model/money.ts";
import type { Place } from "../../model/place.ts";
import type { Project } from "./indicators.ts";
import { nameOf } from "./indicators.ts";
import { type FormCell, type FormRow, ownCells } from "./rows.ts";
import {
  AMOUNT_LABEL,
  formWord,
  NO_AMOUNT,
  PART,
  PROJECT_CODE,
  PROJECT_NAME,
  SCHEDULE,
  SCHEDULE_DATE,
  THIS_YEAR,
  WHOLE,
} from "./vocabulary.ts";

/** A figure of a form outside of its list of indicators, with the label to its left. */
export interface FormFigure {
  /**
   * Of this year's money, of the project's over all of its years, of a payment schedule (% spent by a date), or behind a label
   * that we do not know.
   */
  readonly type: "amount" | "whole" | "schedule" | "unknown";
  readonly label: string;
  readonly published: string;
  /** The unit that its label, or the label of its section, prints: 项目资金（万元）. */
  readonly unit?: MoneyUnit;
  readonly cell: FormCell;
  readonly place: Place;
}

export interface Attributes {
  readonly project: Project;
  readonly figures: readonly FormFigure[];
}

/** Reads the labels and values that stand before (or after) the list of indicators. */
export function readAttributes(rows: readonly FormRow[]): Attributes {
  let project: Project = {};
  const figures: FormFigure[] = [];
  let dates: readonly FormCell[] = [];
  let schedule = false;
  let unit: MoneyUnit | undefined;
  const whole = new Set<number>();
  const hasYear = rows.some((row) => ownCells(row).some(({ text }) => THIS_YEAR.test(text)));
  for (const row of rows) {
    const cells = ownCells(row).flatMap(apart);
    const opens = cells.some(({ text }) => SCHEDULE.test(formWord(text)));
    const rowDates = cells.filter(({ text }) => SCHEDULE_DATE.test(formWord(text)));
    schedule = opens || (schedule && (rowDates.length > 0 || cells.every(isNumber)));
    let label: FormCell | undefined;
    for (const [i, cell] of cells.entries()) {
      const word = formWord(cell.text);
      if (PROJECT_CODE.test(word)) project = { ...project, ...value("code", cells[i + 1]) };
      if (PROJECT_NAME.test(word)) project = { ...project, ...value("name", cells[i + 1]) };
      if (!isNumber(cell)) {
        label = cell;
        if (hasYear && WHOLE.test(word)) whole.add(cell.c0);
        else if (!PART.test(word)) whole.delete(cell.c0);
        unit = unitIn(cell.text) ?? (cell.c0 === 0 ? undefined : unit);
        continue;
      }
      const before = cells[i - 1];
      const date = schedule
        ? before && rowDates.includes(before)
          ? before
          : dates.find(({ c0, c1 }) => c0 <= cell.c0 && cell.c0 <= c1)
        : undefined;
      const name = (date ?? label)?.text ?? "";
      if (PROJECT_CODE.test(formWord(name)) || PROJECT_NAME.test(formWord(name))) continue;
      figures.push({
        type: date ? "schedule" : typeOf(name, label !== undefined && whole.has(label.c0)),
        label: name,
        published: parseNumber(cell.text) ?? cell.text,
        ...(unit && { unit }),
        cell,
        place: cell.place,
      });
    }
    dates = rowDates.length > 0 ? rowDates : dates;
  }
  return { project, figures };
}

/** The unit in brackets of a label: `项目金额（万元）`. */
export function unitIn(text: string): MoneyUnit | undefined {
  const printed = /[(（](?:单位[:：])?(亿元|万元|千元|元)[)）]/.exec(text)?.[1];
  return MONEY_UNITS.find((unit) => unit === printed);
}

function typeOf(label: string, isWhole: boolean): FormFigure["type"] {
  const word = formWord(label);
  if (!AMOUNT_LABEL.test(word) || NO_AMOUNT.test(word)) return "unknown";
  return isWhole ? "whole" : "amount";
}

/** `资金总额：320.00` in one cell is a label and its value. */
function apart(cell: FormCell): FormCell[] {
  const [, label, value] = /^(\D+[:：])\s*([\d,.]+)$/s.exec(cell.text) ?? [];
  if (!label || !value || parseNumber(value) === undefined) return [cell];
  return [
    { ...cell, text: label },
    { ...cell, text: value },
  ];
}

function isNumber(cell: FormCell): boolean {
  return parseNumber(cell.text) !== undefined;
}

function value(key: keyof Project, cell: FormCell | undefined): Project {
  return cell ? { [key]: nameOf(cell.text) } : {};
}
