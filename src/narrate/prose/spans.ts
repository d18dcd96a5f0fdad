import type { Token } from "./tokens.ts";

/**
 * Where the words that say why (主要原因 …) end: the sentence, the bracket, or a semicolon behind which another subject gets a
 * figure or a change.
 */
export function reasonEnd(tokens: readonly Token[], from: number, unchanged: boolean): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    // 主要原因是本年无安排，与上年持平: how it changed, if that was not said before.
    if (unchanged && token?.text === "，" && depth === 0 && isLevel(tokens, i + 1)) return i;
    if (token?.type === "open") depth++;
    if (token?.type === "close" && --depth < 0) return i;
    if (token?.type === "stop" && token.text === "。") return i;
    if (token?.type === "stop" && depth === 0 && statesNext(tokens, i + 1)) return i;
    if (token?.type === "pause" && depth === 0 && explainsNext(tokens, i + 1)) return i;
  }
  return tokens.length;
}

/** 与上年持平 */
function isLevel(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.type !== "compare") return false;
  const change = tokens.slice(from + 1).find(({ type }) => type !== "period" && type !== "measure");
  return change?.type === "change" && change.direction === "none";
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
      next?.type === "completion" ||
      next?.type === "claim" ||
      next?.type === "reason" ||
      (next?.type === "part" && statesNext(tokens, i + 1)) ||
      countsNext(tokens, i + 1);
    if (token?.type === "pause" && token.text === "，" && depth === 0 && resumes) return i;
  }
  return tokens.length;
}

/** 公务接待支出增加的主要原因是: the next clause begins with why another subject changed. */
function explainsNext(tokens: readonly Token[], from: number): boolean {
  const length = tokens
    .slice(from)
    .findIndex(({ type }) => type === "pause" || type === "stop" || type === "reason");
  const clause = tokens.slice(from, from + length);
  return (
    /^..的.*原因/.test(tokens[from + length]?.text ?? "") &&
    clause.some(({ type }) => type === "part" || type === "function")
  );
}

/** 计划安排团组1个: whether the next clause counts what the money was for. */
function countsNext(tokens: readonly Token[], from: number): boolean {
  const figure = tokens.findIndex(
    ({ type }, i) => i >= from && /^(?:figure|pause|stop)$/.test(type),
  );
  const words = tokens.slice(from, figure).map(({ text }) => text);
  return tokens[figure]?.type === "figure" && /(?:团组|批次|人次)数?$/.test(words.join(""));
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
