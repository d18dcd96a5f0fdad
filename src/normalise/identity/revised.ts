import type { Block } from "../../model/block.ts";
import { plain, printed } from "./lines.ts";

/** What a revision calls itself. */
const REVISED = /更正|修订|修正|更新|重新公开|补充公开|勘误/;

const DATE = /(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?/g;

/** The last date beside which a title says that the document is revised, as `2024-03-15`; empty where none does. */
export function revisedOn(blocks: readonly Block[]): string {
  const dates = printed(blocks).lines.flatMap(({ text, kind }) =>
    kind === "sentence" || !REVISED.test(text)
      ? []
      : [...plain(text).matchAll(DATE)].map(([, year = "", month = "", day = ""]) =>
          [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
        ),
  );
  return dates.sort().at(-1) ?? "";
}
