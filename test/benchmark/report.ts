import type { Result } from "./result.ts";

const percent = (part: number, all: number) =>
  all === 0 ? "–" : `${((100 * part) / all).toFixed(2)} %`;

/** Results as a table in Markdown. */
export function table(results: readonly Result[]): string {
  const rows = results.map((one) => [
    one.name,
    String(one.printed),
    percent(one.right, one.printed),
    percent(one.right, one.given),
    percent(one.proved, one.printed),
    String(one.silent),
    String(one.flagged),
    `${one.told} of ${one.lost}`,
    one.seconds === undefined ? "–" : one.seconds.toFixed(0),
    one.megabytes === undefined ? "–" : one.megabytes.toFixed(0),
  ]);
  const header = [
    "",
    "printed",
    "recall",
    "precision",
    "proved",
    "silent",
    "flagged",
    "lost, and told",
    "s",
    "MB",
  ];
  return markdown(header, rows);
}

export function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, i) => (i === 0 ? "---" : "---:"));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
