import type { Coordinates } from "../../model/coordinates.ts";
import type { Column } from "../../model/table.ts";
import { plain, withoutOrdinal } from "../../taxonomy/plain.ts";
import type { Catalogue } from "../catalogue/index.ts";

/** True for a list that names economic classes, and has no column for their codes (山西, 深圳). */
export function namesClasses(columns: readonly Column[], block: number): boolean {
  const own = columns.filter((column) => column.block === block);
  const has = (...roles: readonly string[]) => own.some(({ role }) => roles.includes(role));
  return has("economic-name", "gov-economic-name") && !has("economic", "gov-economic", "function");
}

/**
 * The class that a line of such a list names: a 款 of the 类 above it, a 类, or the only 款 of that name. Undefined where several
 * bear it.
 */
export function classOfName(
  catalogue: Catalogue,
  label: string,
  columns: readonly Column[],
  above: string | undefined,
): Coordinates | undefined {
  const government = columns.some(({ role }) => role === "gov-economic-name");
  const dimension = government ? "gov-economic" : "economic";
  const name = withoutOrdinal(plain(label)).replace(/^其中:/, "");
  const divisions = catalogue.findByName(dimension, name).filter(({ level }) => level === 2);
  const code =
    (above && catalogue.economicClass(dimension, name, above)) ??
    catalogue.economicClass(dimension, name) ??
    (above === undefined && divisions.length === 1 ? divisions[0]?.code : undefined);
  if (code === undefined) return undefined;
  return government ? { govEconomicCode: code } : { economicCode: code };
}
