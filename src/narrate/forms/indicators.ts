import type { Indicator } from "../../model/narrative.ts";
import type { FormColumn, FormHeading } from "./heading.ts";
import type { PlacedRow } from "./placement.ts";
import type { FormCell } from "./rows.ts";
import { looksLikeTarget, parseTarget } from "./target.ts";
import { COMMON_INDICATORS, formWord, LEVEL1, levelAbove, WHOLE } from "./vocabulary.ts";

/** The project that a run of indicators belongs to. */
export interface Project {
  readonly code?: string;
  readonly name?: string;
}

/** An indicator as far as its own row tells: levels that are merged over several rows are still to be carried. */
export interface Draft {
  readonly level1?: string;
  readonly level2?: string;
  readonly level3: string;
  readonly sign: string;
  readonly value: string;
  readonly measure: string;
  readonly notes: readonly { readonly column: number; readonly text: string }[];
  readonly place: FormCell["place"];
  readonly project: Project;
  /** Which of the pairs side by side it stands in. */
  readonly slot: number;
  /** True if the heading gives level 1: nothing is carried into it. */
  readonly fixed: boolean;
  readonly spansKnown: boolean;
}

/** The indicators that begin in a row: none, one, or one for each pair side by side. */
export function draftsOf(
  placed: PlacedRow,
  heading: FormHeading,
  project: Project,
  spansKnown: boolean,
): Draft[] {
  const slots = new Set(heading.columns.map((column) => column.slot));
  return [...slots].flatMap((slot) => {
    const cells = cellsOf(placed, heading, slot);
    const name = cells.find(({ column }) => column.role === "level3");
    const values = cells.filter(({ column }) => column.role === "value");
    // A second target beside the first is of the project as a whole, or of the year.
    return (values.length > 0 ? values : [undefined]).flatMap((value) => {
      if (!name?.cell.own && !value?.cell.own) return [];
      if (!name && !(value && looksLikeTarget(value.cell.text))) return [];
      const text = (role: FormColumn["role"]): string =>
        cells.find(({ column }) => column.role === role)?.cell.text ?? "";
      // A pair without levels of its own shares those of the pair before it.
      const level = (role: "level1" | "level2"): string =>
        heading.columns.some((column) => column.slot === slot && column.role === role)
          ? text(role)
          : (cellsOf(placed, heading, 0).find(({ column }) => column.role === role)?.cell.text ??
            "");
      const level1 = level("level1") || name?.column.level1 || value?.column.level1;
      const level2 = level("level2");
      const whole = value && wholeOf(value.column);
      return [
        {
          ...(level1 && { level1 }),
          ...(level2 && { level2 }),
          level3: name?.cell.text ?? "",
          sign: text("sign"),
          value: value?.cell.text ?? "",
          measure: text("measure"),
          notes: [
            ...(whole ? [{ column: value.index, text: whole }] : []),
            ...cells
              .filter(({ column }) => column.role === "note")
              .map(({ index, cell }) => ({ column: index, text: cell.text })),
          ],
          place: (name ?? value)?.cell.place ?? {},
          project,
          slot,
          fixed: (name ?? value)?.column.level1 !== undefined,
          spansKnown,
        },
      ];
    });
  });
}

/** The heading of a target that is the project's over all of its years. */
function wholeOf({ heading }: FormColumn): string | undefined {
  return heading.find((text) => WHOLE.test(formWord(text)));
}

/** A row below a page break that holds only the end of wrapped cells: joined to the last indicator of the row above. */
export function joinContinuation(draft: Draft, placed: PlacedRow, heading: FormHeading): Draft {
  const notes = [...draft.notes];
  let { value } = draft;
  for (const [index, cell] of placed) {
    const column = heading.columns[index];
    if (column?.role === "value" && column.slot === draft.slot) value += cell.text;
    if (column?.role !== "note") continue;
    const at = notes.findIndex((note) => note.column === index);
    const above = notes[at]?.text ?? "";
    if (above.endsWith(cell.text)) continue;
    const joined = { column: index, text: above + cell.text };
    if (at < 0) notes.push(joined);
    else notes[at] = joined;
  }
  return { ...draft, value, notes };
}

/** Carries the labels of merged cells over the rows that they stand for, and takes the targets apart. */
export function finishIndicators(
  drafts: readonly Draft[],
  table: Pick<Indicator, "table" | "tableIndex">,
): Indicator[] {
  const ordered = byProject(drafts);
  let level1 = ordered.find((draft) => level1Of(draft))?.level1 ?? "";
  let level2 = "";
  let last: Draft | undefined;
  return ordered.map((draft) => {
    if (last && (draft.project !== last.project || draft.slot !== last.slot)) {
      level1 = "";
      level2 = "";
    }
    last = draft;
    const printed = level1Of(draft);
    if (printed || draft.level2) level2 = draft.level2 ?? "";
    if (printed) level1 = printed;
    const known = draft.spansKnown ? level2 : (commonLevel2(draft.level3) ?? level2);
    const parent = levelAbove(formWord(known));
    const taken = draft.fixed || draft.spansKnown || !parent || printed ? level1 : parent;
    const sign = /[≥≤=><≧≦]/.test(draft.sign.normalize("NFKC")) ? draft.sign.trim() : "";
    const published = `${sign}${draft.value}${draft.value ? draft.measure : ""}`.trim();
    return {
      ...table,
      ...(draft.project.code && { projectCode: draft.project.code }),
      ...(draft.project.name && { projectName: draft.project.name }),
      level1: nameOf(draft.fixed ? (draft.level1 ?? "") : taken),
      level2: draft.fixed ? nameOf(draft.level2 ?? "") : nameOf(known),
      level3: nameOf(draft.level3),
      ...parseTarget(published),
      published,
      note: draft.notes.map((note) => note.text).join("|"),
      place: draft.place,
    };
  });
}

/** A name as one word: the spaces that a wrapped cell leaves between Chinese characters are no part of it. */
export function nameOf(text: string): string {
  return text.trim().replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, "");
}

/** Project by project; within a project the pairs side by side one list after the other. */
function byProject(drafts: readonly Draft[]): Draft[] {
  const projects = new Map(
    [...new Set(drafts.map(({ project }) => project))].map((p, i) => [p, i]),
  );
  const order = (draft: Draft): number => projects.get(draft.project) ?? 0;
  return [...drafts].sort((a, b) => order(a) - order(b) || a.slot - b.slot);
}

/** The printed level 1, unless it is a level 2 that strayed into the column (绩效管理). */
function level1Of(draft: Draft): string | undefined {
  const word = formWord(draft.level1 ?? "");
  const strayed = levelAbove(word) !== undefined && !LEVEL1.test(word);
  return word && !strayed ? draft.level1 : undefined;
}

function commonLevel2(level3: string): string | undefined {
  const name = nameOf(level3);
  return Object.keys(COMMON_INDICATORS).find((level2) => COMMON_INDICATORS[level2]?.includes(name));
}

function cellsOf(placed: PlacedRow, heading: FormHeading, slot: number) {
  return [...placed].flatMap(([index, cell]) => {
    const column = heading.columns[index];
    return column?.slot === slot ? [{ index, column, cell }] : [];
  });
}
