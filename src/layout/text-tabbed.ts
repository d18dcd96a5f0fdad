import type { TextForm } from "./text-form.ts";
import { gridOfFields, MAX_COLUMNS } from "./text-form.ts";

/** A run of lines with tabs; a blank line or one without a tab ends it. */
export const tabbed: TextForm = (lines, at) => {
  let next = at;
  while (lines[next]?.text.includes("\t")) next++;
  if (next === at) return undefined;
  const rows = lines.slice(at, next).map(({ text, number }) => ({
    line: number,
    fields: text.split("\t", MAX_COLUMNS + 1).map(clean),
  }));
  return { grid: gridOfFields(rows), next };
};

/** Residue of a conversion from HTML inside a field. */
function clean(field: string): string {
  return field.replace(/<\/?(?:p|br|b|strong|span)\s*\/?>/gi, " ");
}
