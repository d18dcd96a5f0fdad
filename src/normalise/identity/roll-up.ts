import type { Division } from "../../model/disclosure.ts";
import { divisionsOf } from "./division.ts";
import type { Printed } from "./lines.ts";
import { GATHERED, OF_PLACE, ROLL_UP } from "./words.ts";

/**
 * The place whose government publishes the figures of all its departments together: a title such as
 * `某县2023年县级部门“三公”经费预算汇总表`, or `某县2023年“三公”经费预算` of nobody but the place; or a sentence that says who
 * gathered them. Undefined where none says so of one place.
 */
export function rolledUp({ lines }: Printed): Division | undefined {
  for (const { text, kind } of lines) {
    if (kind === "site") continue;
    const whose = (kind === "sentence" ? GATHERED : OF_PLACE).exec(text)?.[1];
    if (kind === "sentence" && whose === undefined) continue;
    const places = whose || ROLL_UP.test(text) ? divisionsOf(whose ?? text, "") : [];
    const [place] = places.length === 1 ? places : [];
    // 某市高新区 is no division, and no other than the last one named.
    if (place && (whose === undefined || whose.endsWith(place.name))) return place;
  }
  return undefined;
}
