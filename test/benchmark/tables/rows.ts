import type { Column, Row } from "../lay-out.ts";
import { type Claim, fenOf, type Ledger } from "../ledger.ts";

/** How a publisher names the rows of a classification. */
export type KeyStyle =
  | "code"
  | "indented"
  | "numbered"
  | "name-first"
  | "fused"
  | "whole"
  | "deepest"
  | "leaves";
export type TotalStyle = "first" | "last";

const PARTS = ["类", "款", "项"];

/** The columns that name a row: one of codes, or one for each level, and the name. */
export function keyColumns(style: KeyStyle, name: string, levels: number): Column[] {
  const named = { path: [name], key: "name" };
  const code = { path: ["科目编码"], key: "code" };
  const fused = levels === 3 ? "功能分类科目" : "经济分类科目";
  if (style === "fused") return [{ path: [fused], key: "name" }];
  if (style === "name-first") return [named, code];
  if (style === "numbered") return [{ path: ["序号"], key: "number" }, code, named];
  if (style === "code" || style === "indented") return [code, named];
  const parts = PARTS.slice(0, levels).map((part) => ({ path: ["科目编码", part], key: part }));
  return [...parts, named];
}

/** A row for each code of a classification that has money, and one for the total. */
export function codedRows(
  ledger: Ledger,
  names: Readonly<Record<string, string>>,
  by: "function" | "economic",
  claim: Claim,
  style: KeyStyle,
): Row[] {
  const codes = Object.keys(names)
    .sort()
    .filter((code) => fenOf(ledger, { ...claim, [by]: code }) !== undefined);
  const deepest = Math.max(...codes.map((code) => code.length));
  return codes
    .filter((code) => style !== "leaves" || code.length === deepest)
    .map((code, i) => ({
      keys: { ...keysOf(code, names[code] ?? "", style), number: String(i + 1) },
      claim: { [by]: code },
    }));
}

function keysOf(code: string, name: string, style: KeyStyle): Row["keys"] {
  if (style === "fused") return { name: `${code} ${name}` };
  if (style === "indented") return { code, name: "\u3000".repeat((code.length - 3) / 2) + name };
  if (style === "code" || style === "numbered" || style === "name-first") return { code, name };
  const pieces = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].filter(Boolean);
  const shown = pieces.map((piece, i) =>
    style === "deepest" && i < pieces.length - 1 ? "" : piece,
  );
  return { ...Object.fromEntries(shown.map((piece, i) => [PARTS[i] ?? "", piece])), name };
}

export function withTotal(rows: readonly Row[], total: Row, style: TotalStyle): Row[] {
  return style === "first" ? [total, ...rows] : [...rows, total];
}

const DIGITS = "一二三四五六七八九";

/** 一、 to 三十九、 */
export function ordinal(index: number): string {
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens - 1]}十`;
  return `${ten}${ones === 0 ? "" : DIGITS[ones - 1]}`;
}
