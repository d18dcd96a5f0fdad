import { withoutFormula } from "../../write/formula.ts";
import type { ThreePublicLine } from "../overview.ts";
import { say } from "./language.ts";

/** Lines under the names of three-public.csv, for spreadsheets: byte-order mark, RFC 4180, no formula. */
export function csvOf(lines: readonly ThreePublicLine[]): string {
  const names = Object.keys(lines[0] ?? {}) as (keyof ThreePublicLine)[];
  const rows = [names, ...lines.map((line) => names.map((name) => line[name]))];
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(",")}\n`).join("")}`;
}

function quoted(text: string): string {
  const safe = withoutFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function Download({ name, text }: { readonly name: string; readonly text: () => string }) {
  function download(): void {
    const address = URL.createObjectURL(new Blob([text()], { type: "text/csv;charset=utf-8" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    link.click();
    URL.revokeObjectURL(address);
  }
  return (
    <button type="button" onClick={download}>
      {say("下载 CSV", "Download CSV")}
    </button>
  );
}
