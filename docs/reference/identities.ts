import { BECAUSE } from "../../src/model/rules.ts";

/** docs/identities.md: the rules that every table is held to. */
export function identities(): string {
  return [
    "# What every table is held to",
    "",
    "A figure is proved by the accounting rules that it takes part in. No table has rules of its own: they follow from what the coordinates of its figures mean ([the data contract](contract.md)). `yusuan inspect FILE --identities` shows each rule that holds or fails in a document.",
    "",
    "| rule | 含义 | meaning |",
    "| --- | --- | --- |",
    ...Object.entries(BECAUSE).map(([rule, { zh, en }]) => `| \`${rule}\` | ${zh} | ${en} |`),
    "",
    "Sums are exact but for the rounding of the printed digits. What a rule shows of the digits, the column, the row and the scale of a figure is in [the contract](contract.md), under its statuses.",
    "",
  ].join("\n");
}
