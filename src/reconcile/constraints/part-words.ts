/** True for a heading or label printed as a part of what stands before it: 其中：财政拨款. It may be less than its whole. */
export function saysPart(words: string): boolean {
  return /^\s*其\s*中/.test(words);
}
