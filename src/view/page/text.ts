import type { Fact } from "./disclosure-data.ts";
import { say } from "./language.ts";

/** A page or a line in words; empty for neither. */
export function placeWords({
  page,
  line,
}: {
  readonly page?: string | number | undefined;
  readonly line?: string | number | undefined;
}): string {
  if (page !== undefined) return say(`第${page}页`, `page ${page}`);
  return line === undefined ? "" : say(`原文第${line}行`, `line ${line}`);
}

/** A value of a record as text: what is empty is left out of JSON. */
export function text(value: string | number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** With thousands separators; the digits are left as they are. */
export function grouped(amount: string): string {
  const [whole = "", ...rest] = amount.split(".");
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ","), ...rest].join(".");
}

/** Where a figure stands, in words. */
export function placeOf({ page, bbox, line, place }: Fact): string {
  // The number of a spreadsheet's sheet is no page, and says less than the place does.
  const printed = bbox === undefined ? undefined : page;
  return placeWords({ page: printed, line }) || text(place);
}
