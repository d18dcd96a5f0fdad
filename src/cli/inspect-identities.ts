import type { Check } from "../model/check.ts";
import type { Language } from "../model/message.ts";
import type { InspectedIdentity } from "../tell/inspection.ts";
import { count, printable } from "./terminal.ts";

/** `identities: 34 hold, 1 fails`; those that say nothing (sums between zeros, incomplete ones) are not counted. */
export function identityCount(identities: readonly InspectedIdentity[]): string {
  const hold = identities.filter(({ outcome }) => outcome === "holds").length;
  const fail = identities.filter(({ outcome }) => outcome === "fails").length;
  const texts = [`${count(hold)} ${hold === 1 ? "holds" : "hold"}`];
  if (fail > 0) texts.push(`${count(fail)} ${fail === 1 ? "fails" : "fail"}`);
  return `identities: ${texts.join(", ")}`;
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
      const off = difference === "0" || relation === "≤" ? "" : `, off by ${difference}`;
      return `  ${mark} ${kind}: ${printable(says[language])}${off}
`;
    })
    .join("");
}
