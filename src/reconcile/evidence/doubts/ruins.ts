import { type Doubt, doubt } from "../../../doubt/index.ts";
import type { Evidence } from "./doubt.ts";

/** A table whose sums mostly fail proves nothing, whatever else agrees with it (a font that reads one digit for another). */
export function ruinedTables({ ledger, testimony }: Evidence): Doubt[] {
  return doubt(
    "sums-fail",
    "本表两项以上的加总大多不成立",
    "most sums of two or more parts in its table fail",
    ledger.entries.filter(({ table }) => testimony.ruined.has(table)),
  );
}
