/** Most words that one pattern is written out to. */
const MOST = 12;

/**
 * The words that a pattern of the taxonomy stands for, written out without what may be left out: `人员(?:经费|支出)+(?:小计)?`
 * is 人员经费 and 人员支出. Patterns that say more than words (what may stand before or behind) are cut to the words.
 */
export function readable(pattern: string): string[] {
  let text = pattern
    .replace(/\(\?(?:<?[=!])[^()]*\)/g, "")
    .replace(/\\([()])/g, (_, bracket) => (bracket === "(" ? "（" : "）"));
  // From the innermost group out: what may be missing goes, the rest is written out one alternative at a time.
  let words = [text];
  for (let before = ""; before !== words.join("\n"); ) {
    before = words.join("\n");
    words = words.flatMap((word) => {
      const optional = word.replace(/\(\?:[^()]*\)[?*]/, "");
      if (optional !== word) return [optional];
      const group = /\(\?:([^()]*)\)\+?/.exec(word);
      if (!group) return [word];
      return (group[1] ?? "").split("|").map((one) => word.replace(group[0], one));
    });
    words = [...new Set(words)].slice(0, MOST * 4);
  }
  text = words.join("|");
  const written = text
    .split("|")
    .map((word) =>
      word
        .replace(/\[([^\]])[^\]]*\][?*]?/g, (all, first) => (/[?*]$/.test(all) ? "" : first))
        .replace(/[?*]/g, "")
        .replace(/[\^$]/g, "")
        .replace(/\.$/, ""),
    )
    .filter((word) => /^[\p{Script=Han}（）:、]+$/u.test(word) && word.length > 1);
  return [...new Set(written)].slice(0, MOST);
}
