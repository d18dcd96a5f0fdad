import type { Stage } from "../../model/coordinates.ts";
import type { MoneyUnit } from "../../model/money.ts";
import type { Cell, Column, Form, Row, Table } from "../../model/table.ts";
import { type FormFigure, unitIn } from "./attributes.ts";
import type { FormColumn, FormHeading } from "./heading.ts";
import type { Project } from "./indicators.ts";
import type { PlacedRow } from "./placement.ts";
import type { FormRow } from "./rows.ts";
import { AMOUNT_COLUMNS, formWord } from "./vocabulary.ts";

/** A figure behind a label, and the project that the form is about (none in a department's own form). */
export interface ProjectFigure {
  readonly figure: FormFigure;
  readonly project: Project;
}

/** A row of a summary form that names a unit or a project. */
export interface ProjectRow {
  readonly placed: PlacedRow;
  readonly heading: FormHeading;
  readonly row: FormRow;
}

/**
 * The amounts of a form as a table. A summary form (one row a project) keeps its own columns; in a form of labels and values
 * each amount becomes a row: project code, project name, label, amount. Amounts inside indicators are no part of it.
 */
export function amountsTable(
  form: Form,
  stage: Stage,
  figures: readonly ProjectFigure[],
  keyed: readonly ProjectRow[],
): Table | undefined {
  const amounts = figures.filter(({ figure }) => figure.type === "amount");
  const heading = keyed[0]?.heading;
  const summary = heading?.columns.some(({ role }) => role === "amount") ? heading : undefined;
  const body = summary ? summaryBody(summary, keyed) : labelBody(form.unit, amounts);
  if (body.rows.length === 0) return undefined;
  const { id, title, place, unit, unitFrom } = form;
  const kind = id === "department-performance" ? "total" : "project";
  return {
    ...{ id, title, place, unit, unitFrom, stage, ...body },
    gives: { flow: "expenditure", fund: "total", kind },
    notes: [],
  };
}

function summaryBody(heading: FormHeading, keyed: readonly ProjectRow[]): Body {
  const kept = heading.columns.flatMap((column, at) => (isKept(column) ? [{ column, at }] : []));
  const unit = kept.flatMap(({ column }) => unitIn(column.heading.join("")) ?? [])[0];
  const columns = kept.map(({ column }, index): Column => {
    const words = column.heading.map(formWord).join("");
    const amount = column.role === "amount";
    return {
      index,
      role: column.role === "side" ? "attribute" : (column.role as Column["role"]),
      heading: column.heading,
      block: 0,
      gives: amount ? (AMOUNT_COLUMNS.find(([pattern]) => pattern.test(words))?.[1] ?? {}) : {},
      ...(amount && unit && { unit }),
    };
  });
  const rows = keyed.flatMap(({ placed, row }) =>
    kept.some(({ column, at }) => column.role === "amount" && placed.get(at)?.own)
      ? [{ row, placed }]
      : [],
  );
  return {
    columns,
    rows: rows.map(({ placed, row }, i): Row => {
      const cells = kept.flatMap(({ at }, column): Cell[] => {
        const cell = placed.get(at);
        return cell?.own ? [{ column, text: cell.text, place: cell.place }] : [];
      });
      return { index: i + 1, cells, place: row.place };
    }),
  };
}

/** Project code, project name, label, and one column of amounts for each unit that the form prints. */
function labelBody(unit: MoneyUnit, amounts: readonly ProjectFigure[]): Body {
  const units = [...new Set(amounts.map(({ figure }) => figure.unit ?? unit))];
  const keys = ["project-code", "project-name", "label"] as const;
  const rest = { heading: [], block: 0, gives: {} };
  return {
    columns: [
      ...keys.map((role, index): Column => ({ index, role, ...rest })),
      ...units.map((each, i): Column => ({ index: 3 + i, role: "amount", unit: each, ...rest })),
    ],
    rows: amounts.map(({ figure, project }, i): Row => {
      const { place, cell } = figure;
      const texts = [project.code, project.name, figure.label];
      const cells = texts.flatMap((text, column): Cell[] =>
        text ? [{ column, text, place }] : [],
      );
      const column = 3 + units.indexOf(figure.unit ?? unit);
      return { index: i + 1, cells: [...cells, { column, text: cell.text, place }], place };
    }),
  };
}

interface Body {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

function isKept({ role }: FormColumn): boolean {
  return role === "project-code" || role === "project-name" || role === "amount";
}
