import type { Check } from "../model/check.ts";
import type { Language } from "../model/message.ts";
import type { InspectedIdentity } from "../tell/inspection.ts";
import { INSPECT_WORDS, type InspectWords } from "./inspect-words.ts";
import { count, printable } from "./terminal.ts";

/** `identities: 34 hold, 1 fails`; those that say nothing (sums between zeros, incomplete ones) are not counted. */
export function identityCount(
  identities: readonly InspectedIdentity[],
  words: InspectWords,
): string {
  const hold = identities.filter(({ outcome }) => outcome === "holds").length;
  const fail = identities.filter(({ outcome }) => outcome === "fails").length;
  return words.identities(count(hold), fail > 0 ? count(fail) : "");
}

/** The identities that fail, by how much, but for those that a check of the table tells; with `identities` those that hold as well. */
export function identityLines(
  identities: readonly InspectedIdentity[],
  checks: readonly Check[],
  { identities: all, language }: { readonly identities: boolean; readonly language: Language },
): string {
  return identities
    .filter(({ outcome, says }) => {
      if (outcome === "holds") return all;
      return outcome === "fails" && !checks.some(({ message }) => message.en.startsWith(says.en));
    })
    .map(({ outcome, kind, relation, says, difference }) => {
      const mark = outcome === "holds" ? "+" : "!";
      const words = INSPECT_WORDS[language];
      const off = difference === "0" || relation === "≤" ? "" : words.off(difference);
      return `  ${mark} ${kind}: ${printable(says[language])}${off}
`;
    })
    .join("");
}
