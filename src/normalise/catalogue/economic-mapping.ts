import rows from "./data/economic-mapping.json" with { type: "json" };

/** Rows are [department code, government code, confidence, first year, last year], blanks at the end left out. */
const PAIRS = rows as readonly (readonly string[])[];

/**
 * Codes of the government's economic classification that a department's code is reported under: one for administrative
 * units, another for institutions (30101 → 50101, 50501). With a year, only the pairs of that year.
 */
export function economicMapping(code: string, year?: string): readonly string[] {
  return PAIRS.filter(
    ([department, , , from = "", to = ""]) =>
      department === code && (year === undefined || (from <= year && year <= (to || "9999"))),
  ).map(([, government = ""]) => government);
}
