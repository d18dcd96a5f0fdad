import type { Token } from "./tokens.ts";

/**
 * Where the words that say why (主要原因 …) end: the sentence, the bracket, or a semicolon behind which another subject gets a
 * figure or a change.
 */
export function reasonEnd(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === "open") depth++;
    if (token?.type === "close" && --depth < 0) return i;
    if (token?.type === "stop" && token.text === "。") return i;
    if (token?.type === "stop" && depth === 0 && statesNext(tokens, i + 1)) return i;
  }
  return tokens.length;
}

/** Where the words that say what for (主要用于 …) end: also at a comma, if a comparison or a part comes next. */
export function usageEnd(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === "open") depth++;
    if (token?.type === "close" && --depth < 0) return i;
    if (token?.type === "stop" && depth === 0) return i;
    const next = tokens[i + 1];
    const behind = tokens[i + 2];
    const resumes =
      (next?.type === "measure" && behind?.type === "compare") ||
      next?.type === "compare" ||
      next?.type === "part-of" ||
      next?.type === "period" ||
      next?.type === "share" ||
      next?.type === "change" ||
      next?.type === "reason" ||
      (next?.type === "part" && statesNext(tokens, i + 1));
    if (token?.type === "pause" && token.text === "，" && depth === 0 && resumes) return i;
  }
  return tokens.length;
}

/** Whether the next clause gives a known subject a figure or a change. */
function statesNext(tokens: readonly Token[], from: number): boolean {
  let subject = false;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === "pause" || token?.type === "stop") return false;
    if (token?.type === "part" || token?.type === "function") subject = true;
    if (subject && (token?.type === "figure" || token?.type === "change")) return true;
  }
  return false;
}
