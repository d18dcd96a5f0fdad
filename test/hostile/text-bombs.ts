import type { Bomb } from "./bombs.ts";

const HEAD = "油纸伞市试验局2024年部门预算\n部门支出总表\n单位：万元\n";
const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join("");

/** Texts and pages of the web, by name; each stands for a way of making a reader's work grow faster than the text. */
const TEXTS: Readonly<Record<string, () => string>> = {
  "one-line-10m.txt": () => HEAD + "预算".repeat(5e6),
  "one-line-50m.txt": () => HEAD + "支出12.50".repeat(4e6),
  "one-line-50m-blanks.txt": () => HEAD + "1.50 ".repeat(1e7),
  "zeros-20m.txt": () => "\0".repeat(2e7),
  "marks-1e6.txt": () => HEAD + "\u0301\u200b\u202e".repeat(1e6),
  "columns-1e5.csv": () =>
    `${HEAD}科目${",合计".repeat(1e5)}\n${`合计${",1.50".repeat(1e5)}\n`.repeat(5)}`,
  "quotes-1e6.csv": () => `${HEAD}科目,合计\n${'"'.repeat(1e6 + 1)}合计,1.50\n`,
  "boxes-1e5.txt": () =>
    `${HEAD}┌${"─┬".repeat(1e5)}┐\n│${"1│".repeat(1e5)}\n└${"─┴".repeat(1e5)}┘\n`,
  "quoted-1e5.md": () => `${HEAD}${"> ".repeat(1e5)}1.50`,
  "list-1e4-deep.md": () => HEAD + times(1e4, (i) => `${"  ".repeat(i % 1_000)}- 支出1.50万元\n`),
  "parts-1e4-deep.mht": () =>
    `MIME-Version: 1.0\n${times(1e4, (i) => `Content-Type: multipart/related; boundary="b${i}"\n\n--b${i}\n`)}Content-Type: text/html\n\n<p>${HEAD}`,
  "parts-1e5.mht": () =>
    `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n${"--b\nContent-Type: text/html\n\n<p>1.5\n".repeat(1e5)}--b--\n`,
  "packed-40m.mht": () =>
    `MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n${"IDEuNSAxLjUg".repeat(4e6)}\n`,
  "headers-20m.mht": () =>
    `MIME-Version: 1.0\n${"X-A: b\n".repeat(3e6)}Content-Type: text/html\n\n<p>${HEAD}`,
  "one-line-10m-figures.txt": () => HEAD + "支出12.50万元，".repeat(7e5),
  "one-line-900k.txt": () => HEAD + "增加12.50万元，比上年减少3.5%，".repeat(45_000),
  "one-sentence-900k.txt": () => `${HEAD}本年支出${"1".repeat(9e5)}万元。`,
  "blanks-900k.txt": () => `${HEAD}合计${" ".repeat(9e5)}1.50\n`,
  "blanks-ragged.txt": () =>
    HEAD + times(3_000, (i) => `${" ".repeat(i % 290)}合计${" ".repeat((i * 7) % 290)}1.50\n`),
  "lines-900k.txt": () => HEAD + "\n".repeat(9e5),
  "lines-900k-words.txt": () => HEAD + "合计\n".repeat(9e5),
  "lines-500k-figures.txt": () => HEAD + times(5e5, (i) => `${i}.50\n`),
  "titles-100k.txt": () => HEAD + "部门支出总表\n".repeat(1e5),
  "titles-and-units-50k.txt": () =>
    HEAD + "部门支出总表\n单位：万元\n科目\t合计\n合计\t1.50\n".repeat(5e4),
  "sentences-50k.txt": () =>
    HEAD +
    times(5e4, (i) => `本年支出${i}.50万元，其中：基本支出${i}.50万元，项目支出0.00万元。\n`),
  "brackets-300k.txt": () => HEAD + "（".repeat(3e5),
  "of-which-100k.txt": () => `${HEAD}${"其中：".repeat(1e5)}1.50万元。`,
  "years-200k.txt": () => HEAD + "2024年".repeat(2e5),
  "columns-1e6-tabs.txt": () => `${HEAD}科目${"\t合计".repeat(1e6)}\n合计${"\t1.50".repeat(1e6)}\n`,
  "columns-1e6-bars.md": () =>
    `${HEAD}|${" 合计 |".repeat(1e6)}\n|${"---|".repeat(1e6)}\n|${" 1.50 |".repeat(1e6)}\n`,
  "columns-1e6-bars-unruled.md": () => `${HEAD}${"|".repeat(1e6)}\n${"|".repeat(1e6)}\n`,
  "columns-1e6-blanks.txt": () => `${HEAD}${"合计   ".repeat(2e5)}\n${"1.50   ".repeat(2e5)}\n`,
  "columns-900.txt": () =>
    `${HEAD}科目${"\t合计".repeat(900)}\n${times(1_000, (i) => `${i}${"\t1.50".repeat(900)}\n`)}`,
  "numbers-40x30.txt": () =>
    HEAD + times(30, (r) => `${times(40, (c) => `${(r * 7919 + c * 104729) % 9973}.5\t`)}\n`),
  "numbers-1000x30.txt": () =>
    HEAD + times(1_000, (r) => `${times(30, (c) => `${(r * 7919 + c * 104729) % 9973}.5\t`)}\n`),
  "rows-20000.txt": () =>
    `${HEAD}科目编码\t科目名称\t合计\t基本支出\t项目支出\n${times(20_000, (i) => `${2_010_101 + i}\t项目${i}\t${i}.50\t${i}.00\t0.50\n`)}`,
  "rows-20000-same.txt": () =>
    `${HEAD}科目编码\t科目名称\t合计\t基本支出\t项目支出\n${times(20_000, () => "2010101\t行政运行\t1.50\t1.00\t0.50\n")}`,
  "rows-5000-wrong.txt": () =>
    `${HEAD}科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t9.99\t9.99\t9.99\n${times(5_000, (i) => `${2_010_101 + i}\t项目${i}\t${(i * 7919) % 997}.50\t${i}.25\t0.75\n`)}`,
  "of-which-rows-5000.txt": () =>
    `${HEAD}项目\t合计\n${times(5_000, (i) => `其中：项目${i}\t${i}.50\n`)}`,
  "tables-2000.txt": () =>
    times(
      2_000,
      (i) =>
        `部门支出总表\n单位：万元\n科目\t合计\t基本支出\n合计\t${i}.50\t${i}.50\n行政运行\t${i}.50\t${i}.50\n\n`,
    ),
  "divs-100k.html": () => `<!doctype html>${"<div>".repeat(1e5)}${HEAD}${"</div>".repeat(1e5)}`,
  "divs-100k-open.html": () => `<!doctype html>${"<div>".repeat(1e5)}${HEAD}`,
  "tables-100k-deep.html": () =>
    `<!doctype html>${"<table><tr><td>".repeat(1e5)}${HEAD}${"</td></tr></table>".repeat(1e5)}`,
  "tables-20k-deep.html": () =>
    `<!doctype html>${"<table><tr><td>".repeat(2e4)}${HEAD}${"</td></tr></table>".repeat(2e4)}`,
  "bold-50k-deep.html": () => `<!doctype html><p>${"<b>".repeat(5e4)}1.50${"</b>".repeat(5e4)}`,
  "misnested-30k.html": () => `<!doctype html>${"<p><b><i><a>".repeat(3e4)}`,
  "cells-900k.html": () => `<!doctype html><table>${"<tr><td>1.5</td></tr>".repeat(5e5)}</table>`,
  "colspan-1e9.html": () =>
    `<!doctype html><table><tr><td colspan=1000000000>合计</td></tr></table>`,
  "rowspan-1e9.html": () =>
    `<!doctype html><table>${"<tr><td rowspan=1000000000>1</td></tr>".repeat(5_000)}</table>`,
  "tables-in-cells-10k.html": () =>
    `<!doctype html><table><tr>${"<td><table><tr><td>1.5</td></tr></table></td>".repeat(1e4)}</tr></table>`,
  "spans-1000x1000.html": () =>
    `<!doctype html><table>${"<tr>".concat("<td rowspan=1000 colspan=1000>1.5</td>".repeat(50), "</tr>").repeat(1_000)}</table>`,
  "spans-below-zero.html": () =>
    `<!doctype html>${HEAD}<table>${"<tr><td rowspan=-1 colspan=0>1.5</td><td colspan=1e9>2</td></tr>".repeat(5_000)}</table>`,
  "comments-1e5-open.html": () => `<!doctype html>${"<!--".repeat(1e5)}${HEAD}`,
  "scripts-1e5-open.html": () => `<!doctype html>${"<script><!--<script>".repeat(1e5)}${HEAD}`,
  "selects-1e5.html": () => `<!doctype html>${"<table><select><option><svg><math>".repeat(2e4)}1.5`,
  "entities-2m.html": () => `<!doctype html><p>${"&amp;&#19968;".repeat(2e6 / 13)}</p>`,
  "attributes-1e5.html": () => `<!doctype html><p ${times(1e5, (i) => `a${i}=1 `)}>1.5</p>`,
};

export function textBombs(): Bomb[] {
  return Object.entries(TEXTS).map(([name, text]) => ({
    name,
    make: () => new TextEncoder().encode(text()),
  }));
}
