import type { Division } from "./division.ts";
import { divisionsOf } from "./division.ts";
import type { Printed } from "./lines.ts";
import { ROLL_UP } from "./words.ts";

/**
 * The place whose government publishes the figures of all its departments together: a title such as
 * `某县2023年县级部门“三公”经费预算汇总表`. Undefined where no title says so of one place.
 */
export function rolledUp({ lines }: Printed): Division | undefined {
  for (const { text, kind } of lines) {
    if (kind === "sentence" || kind === "site" || !ROLL_UP.test(text)) continue;
    const places = divisionsOf(text, "");
    if (places.length === 1) return places[0];
  }
  return undefined;
}
