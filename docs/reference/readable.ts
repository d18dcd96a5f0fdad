/** Most words that one pattern is written out to, and most of a list. */
const MOST = 12;

/**
 * The words that are written down in the notation of the taxonomy, without what may be left out: `人员(经费|支出)[小计]` is
 * 人员经费 and 人员支出. Patterns that say more than words (what may stand before or behind) are cut to the words.
 */
export function readable(notation: string): string[] {
  const words = notation
    .replace(/\(\?<?[=!][^()]*\)/g, "")
    .trim()
    .split(/\s+/)
    .flatMap((word) => writtenOut(word).slice(0, MOST))
    .map((word) => word.replace(/[…*+?]/g, ""))
    .filter((word) => /^[\p{Script=Han}（）：、]+$/u.test(word) && word.length > 1);
  return [...new Set(words)];
}

/** From the innermost brackets out: what may be missing goes, of several each is written. */
function writtenOut(word: string): string[] {
  const optional = word.replace(/\[[^[\]()]*\]\*?|\([^()[\]]*\)[?*]/, "");
  if (optional !== word) return writtenOut(optional);
  const [group, inner] = /\(([^()[\]]*)\)/.exec(word) ?? [];
  if (group === undefined || inner === undefined) return [word];
  return [...new Set(inner.split("|").flatMap((one) => writtenOut(word.replace(group, one))))];
}
