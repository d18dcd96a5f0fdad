import type { Check } from "../../model/check.ts";
import type { Stage } from "../../model/coordinates.ts";
import type { Message } from "../../model/message.ts";
import { type MoneyUnit, moneyOf } from "../../model/money.ts";
import type { Indicator, Statement } from "../../model/narrative.ts";
import type { Form, Table } from "../../model/table.ts";
import { amountsTable, type ProjectFigure, type ProjectRow } from "./amounts.ts";
import { type FormFigure, readAttributes } from "./attributes.ts";
import { type FormHeading, findHeadings } from "./heading.ts";
import {
  type Draft,
  draftsOf,
  finishIndicators,
  joinContinuation,
  nameOf,
  type Project,
} from "./indicators.ts";
import { type PlacedRow, placeRow } from "./placement.ts";
import { type FormRow, formRows, ownCells } from "./rows.ts";
import { startsWithSign } from "./target.ts";
import { formWord, PROJECT_CODE, PROJECT_NAME } from "./vocabulary.ts";

/** What a performance form says. */
export interface FormReading {
  readonly indicators: readonly Indicator[];
  /** Its amounts as an ordinary table, for the common machinery; left out where it has none. */
  readonly table?: Table;
  /** A project's payment schedule: one statement a date (topic `schedule`, % of the budget paid by then). */
  readonly statements: readonly Statement[];
  /** What could not be read: figures behind unknown labels, targets whose name or project is lost. */
  readonly unread: readonly Check[];
}

/**
 * Reads a performance form (绩效目标表): a list of indicators under a heading with 三级指标 and 指标值, labels and values around
 * it. `tableIndex` is the form's position among the disclosure's tables.
 */
export function readForm(form: Form, tableIndex = 0, stage: Stage = "budget"): FormReading {
  const rows = formRows(form.grids);
  const headings = findHeadings(rows);
  const drafts: Draft[] = [];
  const figures: ProjectFigure[] = [];
  const keyed: ProjectRow[] = [];
  let project: Project = {};
  let pending: FormRow[] = [];
  let previous: PlacedRow | undefined;

  const closeAttributes = (): void => {
    const attributes = readAttributes(pending);
    pending = [];
    if (attributes.project.code || attributes.project.name) project = attributes.project;
    figures.push(...attributes.figures.map((figure) => ({ figure, project })));
  };

  let heading: FormHeading | undefined;
  for (const [index, row] of rows.entries()) {
    const opening = headings.find(({ from, to }) => from <= index && index < to);
    if (opening) {
      if (opening.from === index) closeAttributes();
      heading = opening;
      continue;
    }
    if (heading && opensProject(row)) heading = undefined;
    if (!heading) {
      pending.push(row);
      continue;
    }
    const placed = placeRow(row, heading);
    const key = keyOf(placed, heading);
    if (key || hasAmount(placed, heading)) {
      keyed.push({ placed, heading, row });
      project = key ?? {};
    } else if (startsAnew(placed, previous, heading)) project = {};
    const found = draftsOf(placed, heading, project, row.spansKnown);
    const above = drafts.at(-1);
    if (found.length === 0 && above)
      drafts[drafts.length - 1] = joinContinuation(above, placed, heading);
    drafts.push(...found);
    previous = placed;
  }
  closeAttributes();

  const indicators = finishIndicators(drafts, { table: form.id, tableIndex });
  const table = amountsTable(form, stage, figures, keyed);
  return {
    indicators,
    ...(table && { table }),
    statements: figures.flatMap((entry) => statementOf(entry, form.unit)),
    unread: [
      ...(indicators.length + keyed.length === 0 ? [noIndicators(form, tableIndex, rows)] : []),
      ...figures.flatMap((entry) => unknownFigure(form, tableIndex, entry.figure)),
      ...indicators.flatMap((indicator) => suspect(indicator, headings)),
    ],
  };
}

/** A row with 项目编码 or 项目名称 below a list opens the next project of the same grid. */
function opensProject(row: FormRow): boolean {
  const first = ownCells(row)[0];
  const word = formWord(first?.text ?? "");
  return PROJECT_CODE.test(word) || PROJECT_NAME.test(word);
}

/** The project or unit that a row of a summary form is keyed by; a unit's row carries no indicators. */
function keyOf(placed: PlacedRow, heading: FormHeading): Project | undefined {
  const cell = (role: "project-code" | "project-name"): string => {
    const index = heading.columns.findIndex((column) => column.role === role);
    const found = placed.get(index);
    return found?.own ? nameOf(found.text) : "";
  };
  const code = cell("project-code");
  const name = cell("project-name");
  return code || name ? { ...(code && { code }), ...(name && { name }) } : undefined;
}

function hasAmount(placed: PlacedRow, heading: FormHeading): boolean {
  return [...placed].some(([index, cell]) => cell.own && heading.columns[index]?.role === "amount");
}

/**
 * In a summary form a project's pairs fill their columns from the top. A pair that was blank in the row above and is filled
 * now opens another project, whose own cells are lost: better no name than that of the project above.
 */
function startsAnew(
  placed: PlacedRow,
  above: PlacedRow | undefined,
  heading: FormHeading,
): boolean {
  const names = heading.columns.flatMap((column, i) => (column.role === "level3" ? [i] : []));
  if (names.length < 2 || !above || !names.some((i) => above.has(i))) return false;
  return names.some((i) => placed.has(i) && !above.has(i));
}

/** What is no figure of the year: shares of a payment schedule, and a project's money over all of its years. */
function statementOf({ figure, project }: ProjectFigure, formUnit: MoneyUnit): Statement[] {
  const { label, published, place, type } = figure;
  if (type !== "schedule" && type !== "whole") return [];
  const unit = type === "schedule" ? "%" : (figure.unit ?? formUnit);
  const measure = nameOf(label);
  return [
    {
      topic: type === "schedule" ? "schedule" : "whole-project",
      ...{ subject: project.name ?? "", measure, period: "current", published, unit, place },
      coordinates: { ...(project.name && { projectName: project.name }), kind: "project" },
      ...(unit !== "%" && { money: moneyOf(published, unit) }),
      sentence: `${measure} ${published}${unit}`,
      agrees: "alone",
    },
  ];
}

/** A form of words alone, or one whose list was not known as such. */
function noIndicators(form: Form, tableIndex: number, rows: readonly FormRow[]): Check {
  const targets = rows.flatMap(({ cells }) =>
    cells.filter(({ own, text }) => own && startsWithSign(text)).map(({ text }) => text),
  );
  const isList = targets.length > 0;
  return {
    ...{ check: "unplaced", outcome: "noted", severity: isList ? "warning" : "note" },
    ...{ table: form.id, tableIndex, figures: [], place: form.place, amounts: 0 },
    ...(isList && { found: targets.slice(0, 3).join(" ") }),
    message: isList
      ? {
          zh: `“${form.title}”印有指标值，但认不出指标的表头`,
          en: `“${form.title}” prints targets, but the heading of its indicators is not known`,
        }
      : { zh: `“${form.title}”没有指标`, en: `“${form.title}” has no indicators` },
  };
}

function unknownFigure(form: Form, tableIndex: number, figure: FormFigure): Check[] {
  if (figure.type !== "unknown") return [];
  return [
    {
      check: "unplaced",
      outcome: "noted",
      severity: "warning",
      table: form.id,
      tableIndex,
      found: figure.published,
      message: {
        zh: `“${figure.label}”后面印有${figure.published}，但不认识这个栏目`,
        en: `the form prints ${figure.published} behind “${figure.label}”, a label that is not known`,
      },
      figures: [],
      place: figure.place,
    },
  ];
}

const LOST = {
  name: { zh: "指标名称残缺或丢失", en: "its name is broken or lost" },
  project: { zh: "写有项目名称的行已丢失", en: "the row that names its project is lost" },
} as const satisfies Record<string, Message>;

function suspect(indicator: Indicator, headings: readonly FormHeading[]): Check[] {
  const summary = headings.some(({ columns }) =>
    columns.some(({ role }) => role === "project-code"),
  );
  const nameless = indicator.level3.length < 2 && indicator.level3 !== "无";
  const lost = [
    ...(nameless ? [LOST.name] : []),
    ...(summary && !indicator.projectName ? [LOST.project] : []),
  ];
  return lost.map(({ zh, en }) => ({
    check: "unplaced",
    outcome: "noted",
    severity: "warning",
    table: indicator.table,
    tableIndex: indicator.tableIndex,
    found: indicator.published,
    message: {
      zh: `绩效指标“${indicator.level3}”${indicator.published}：${zh}`,
      en: `performance target “${indicator.level3}” ${indicator.published}: ${en}`,
    },
    figures: [],
    place: indicator.place,
  }));
}
