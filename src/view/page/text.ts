/** A value of a record as text: what is empty is left out of JSON. */
export function text(value: string | number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** With thousands separators; the digits are left as they are. */
export function grouped(amount: string): string {
  const [whole = "", ...rest] = amount.split(".");
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ","), ...rest].join(".");
}
