import type { TextForm } from "./text-form.ts";
import { gridOfFields } from "./text-form.ts";

/** A run of lines with tabs; a blank line or one without a tab ends it. */
export const tabbed: TextForm = (lines, at) => {
  let next = at;
  while (lines[next]?.includes("\t")) next++;
  if (next === at) return undefined;
  const rows = lines
    .slice(at, next)
    .map((line, i) => ({ line: at + i + 1, fields: line.split("\t").map(clean) }));
  return { grid: gridOfFields(rows), next };
};

/** Residue of a conversion from HTML inside a field. */
function clean(field: string): string {
  return field.replace(/<\/?(?:p|br|b|strong|span)\s*\/?>/gi, " ");
}
