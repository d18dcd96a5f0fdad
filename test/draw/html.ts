import type { Printed, PrintedLine, PrintedTable } from "./printed.ts";

const STYLE = `
@page { size: A4 landscape; margin: 12mm; }
body { font-family: "WenQuanYi Zen Hei", "Noto Sans CJK SC", serif; font-size: 9pt; }
h2 { font-size: 14pt; text-align: center; page-break-before: always; font-weight: normal; }
p.unit { text-align: right; }
table { border-collapse: collapse; width: 100%; font-size: 7pt; margin: 6pt 0; }
th, td { border: 0.5pt solid #000; padding: 1pt 2pt; font-weight: normal; overflow-wrap: anywhere; }
tr { page-break-inside: avoid; }
td.n { text-align: right; white-space: nowrap; }
`;

/** The document as a page on the web, for producers that print those. */
export function htmlOf(printed: Printed): string {
  const body = printed.map((part) => (part.type === "line" ? lineHtml(part) : tableHtml(part)));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${body.join("\n")}</body></html>`;
}

function lineHtml({ text, role }: PrintedLine): string {
  if (role === "title") return `<h2>${escaped(text)}</h2>`;
  return `<p${role === "unit" ? ' class="unit" align="right"' : ""}>${escaped(text)}</p>`;
}

function tableHtml({ rowCount, headings, cells }: PrintedTable): string {
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const own = cells.filter(({ r0 }) => r0 === row);
    const tag = row < headings ? "th" : "td";
    const inner = own.map(({ r0, r1, c0, c1, text }) => {
      const spans = `${r1 > r0 ? ` rowspan="${r1 - r0 + 1}"` : ""}${c1 > c0 ? ` colspan="${c1 - c0 + 1}"` : ""}`;
      const number = isAmount(text) ? ' class="n" align="right"' : "";
      return `<${tag}${spans}${number}>${escaped(text)}</${tag}>`;
    });
    return `<tr>${inner.join("")}</tr>`;
  });
  const head = headings > 0 ? `<thead>${rows.slice(0, headings).join("\n")}</thead>` : "";
  return `<table border="1" cellspacing="0">${head}<tbody>${rows.slice(headings).join("\n")}</tbody></table>`;
}

/** What producers set at the right of its cell. */
export function isAmount(text: string): boolean {
  return /^[-－(（]?[\d,，]+(?:\.\d+)?[)）%]?$/.test(text);
}

export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
