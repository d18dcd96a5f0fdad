import type { Check, CheckKind, CheckOutcome } from "../model/check.ts";
import type { Language } from "../model/message.ts";
import { placeWords } from "../model/place.ts";
import { CHECK_TERMS, OUTCOME_TERMS } from "../write/terms.ts";
import { printable } from "./terminal.ts";

interface CheckWords {
  readonly head: (check: CheckKind, outcome: CheckOutcome) => string;
  readonly row: (nth: number) => string;
  /** Where it is, of what is known of it. */
  readonly at: (places: readonly string[]) => string;
  readonly colon: string;
}

const CHECK_WORDS: Record<Language, CheckWords> = {
  zh: {
    head: (check, outcome) => `${CHECK_TERMS[check]}·${OUTCOME_TERMS[outcome]}`,
    row: (nth) => `第${nth}行`,
    at: (places) => places.filter(Boolean).join("，").replace(/^.+$/, "（$&）"),
    colon: "：",
  },
  en: {
    head: (check, outcome) => `${check} ${outcome}`,
    row: (nth) => `row ${nth}`,
    at: (places) => places.filter(Boolean).join(", ").replace(/^.+$/, " ($&)"),
    colon: ": ",
  },
};

/** What was tried and did not simply hold, a line each. */
export function checkLines(checks: readonly Check[], language: Language): string {
  return checks
    .map(({ check, outcome, message, row, place }) => {
      const words = CHECK_WORDS[language];
      const at = words.at([
        row === undefined ? "" : words.row(row),
        placeWords(place ?? {})[language],
      ]);
      return `  ${outcome === "fails" ? "!" : "-"} ${words.head(check, outcome)}${at}${words.colon}${printable(message[language])}\n`;
    })
    .join("");
}
