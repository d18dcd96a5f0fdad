/**
 * How the words of documents are written down here: as a page prints them, blanks between words that mean the same.
 *
 * - `[本年|当年]收入` has one of these in front, or neither
 * - `财政(拨款|补助)` ends in one of these
 * - `规格…` goes on with anything
 * - `（`, `）` and `：` are those of the page
 *
 * Whatever else a regular expression can say (`费用?`, `[资金|收入]*`, `(?<!类)`) it says here as well.
 */
export function pattern(words: string): string {
  return listed(words)
    .join("|")
    .replace(/\]([*+]?)/g, (_, often) => `)${often || "?"}`)
    .replace(/\[|\((?!\?)/g, "(?:")
    .replace(/…/g, ".*")
    .replace(/[（）]/g, (bracket) => `\\${bracket.normalize("NFKC")}`)
    .replace(/[：，]/g, (mark) => mark.normalize("NFKC"));
}

/** Any of the words, from the first character to the last. */
export function whole(words: string): RegExp {
  return new RegExp(`^(?:${pattern(words)})$`);
}

/** Words as they are, with blanks between them. */
export function listed(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
