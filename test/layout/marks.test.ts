import { expect, test } from "vitest";
import { layoutPage } from "../../src/layout/layout-page.ts";
import { layoutText } from "../../src/layout/text.ts";
import type { Block } from "../../src/model/block.ts";
import { readPdf } from "../../src/read/pdf/read-pdf.ts";
import { buildPdf, chinese, latin, line } from "../read/pdf/build-pdf.ts";

/** A ruled table of these column borders and rows (from the top), with this in it. */
function ruled(xs: readonly number[], ys: readonly number[], text: string): string {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return (
    ys.map((y) => line(left, y, right, y)).join("") +
    xs.map((x) => line(x, top, x, bottom)).join("") +
    text
  );
}

const grid = (text: string) => ruled([50, 150, 250], [720, 690, 660], text);

test.each([
  ["raised and small", latin(178.9, 704, "2", 6), "12.50²"],
  ["raised, in the size of the text", latin(178.9, 704, "2", 10), "12.50²"],
  ["lowered and small", latin(178.9, 698, "1", 6), "12.50₁"],
  ["small on the line", latin(178.9, 700, "1", 6), "12.50¹"],
  ["in brackets", latin(178.9, 704, "[12]", 5), "12.50⁽¹²⁾"],
  ["an asterisk", latin(178.9, 704, "*", 6), "12.50*"],
])("a mark beside an amount is no digit of it: %s", async (_name, mark, text) => {
  const amount = chinese(60, 700, "合计") + latin(153, 700, "12.50");
  const cells = await cellsOf(grid(amount + mark));
  expect(raisedForms(cells[1])).toBe(raisedForms(text));
});

test("a small mark is one however late it is painted", async () => {
  const amounts = latin(153, 700, "12.50") + latin(153, 670, "3.00");
  expect((await cellsOf(grid(amounts + latin(178.9, 704, "2", 6))))[1]).toBe("12.50²");
});

test("digits beside text in another size, line or cell stay digits", async () => {
  const year =
    chinese(60, 700, "截至", 16) + latin(92, 700, "2024", 10) + chinese(115, 700, "年", 16);
  expect((await cellsOf(grid(year)))[0]).toBe("截至2024年");
  const beside =
    chinese(120, 704, "合计", 10) + chinese(120, 693, "支出", 10) + latin(151, 698.5, "5", 8);
  expect((await cellsOf(grid(chinese(60, 670, "行") + beside)))[1]).toBe("5");
  const amount = latin(153, 700, "12.50") + latin(153, 670, "3.00", 6);
  expect((await cellsOf(grid(amount))).filter(Boolean)).toEqual(["12.50", "3.00"]);
});

test("a number that is broken over the lines of its cell is one number", async () => {
  const xs = [50, 150, 180, 260];
  const broken =
    chinese(60, 700, "农林水支出") +
    latin(153, 706, "226.5") +
    latin(172, 696, "2") +
    latin(190, 701, "1.00");
  const other = latin(153, 676, "1,552.") + latin(168, 666, "08") + latin(190, 671, "2.00");
  expect(await cellsOf(ruled(xs, [720, 690, 660], broken + other))).toEqual([
    ...["农林水支出", "226.52", "1.00"],
    ...["", "1,552.08", "2.00"],
  ]);
});

test("amounts one below the other in a cell with room for more are rows", async () => {
  const stacked = ["12.50", "3.00", "226.52"].map((text, i) => latin(170, 710 - 12 * i, text));
  const names = ["基本支出", "项目支出", "合计"].map((text, i) => chinese(60, 710 - 12 * i, text));
  const cells = await cellsOf(
    ruled([50, 150, 250], [725, 675, 660], stacked.join("") + names.join("")),
  );
  expect(cells.filter(Boolean)).toEqual([
    "基本支出",
    "12.50",
    "项目支出",
    "3.00",
    "合计",
    "226.52",
  ]);
});

test("raised digits of HTML are marks, lines of a cell are lines", () => {
  const table = `<table><tr><td>项目<sup>1</sup></td><td>12.50<sup>[2]</sup></td><td><sup>7.00</sup></td></tr>
    <tr><td>基本<br>支出</td><td>12.50<br>3.00</td><td>226.5<br>2</td></tr></table>`;
  expect(gridCells(layoutText(table).blocks)).toEqual([
    ...["项目¹", "12.50⁽²⁾", "7.00"],
    ...["基本支出", "12.50 | 3.00", "226.52"],
  ]);
});

test("tables drawn with box characters, whatever their width; ruled rows join their lines", () => {
  const wide = ["┌──┬──┐", "│项目│金额│", "├──┼──┤", "│合计│1.00│", "├──┼──┤", "│基本│0.50│"];
  const more = ["│支出│    │", "├──┼──┤", "│项目│0.50│", "└──┴──┘"];
  expect(gridCells(layoutText([...wide, ...more].join("\n")).blocks)).toEqual([
    ...["项目", "金额", "合计", "1.00", "基本支出", "0.50", "项目", "0.50"],
  ]);
  const ascii = ["+------+------+", "| 项目 | 金额 |", "+------+------+", "| 合计 | 1.00 |"];
  const end = ["| 基本 | 0.50 |", "+------+------+"];
  expect(gridCells(layoutText([...ascii, ...end].join("\n")).blocks)).toEqual([
    ...["项目", "金额", "合计", "1.00", "基本", "0.50"],
  ]);
});

test("a box over two columns spans both", () => {
  const table = ["╔════════════╦══════╗", "║ 支出       ║ 合计 ║", "╠═════╦══════╬══════╣"];
  const body = ["║ 甲  ║ 乙   ║ 1.00 ║", "╚═════╩══════╝══════╝"];
  const [block] = layoutText([...table, ...body].join("\n")).blocks;
  expect(block?.type === "grid" && block.cells.map(({ c0, c1, text }) => [c0, c1, text])).toEqual([
    ...[
      [0, 1, "支出"],
      [2, 2, "合计"],
    ],
    ...[
      [0, 0, "甲"],
      [1, 1, "乙"],
      [2, 2, "1.00"],
    ],
  ]);
});

/** Unicode has one raised form and one lowered; which of the two says nothing here. */
function raisedForms(text: string | undefined): string | undefined {
  return text?.replace(/[₀-₉]/g, (char) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[char.charCodeAt(0) - 0x2080] ?? char);
}

async function cellsOf(content: string): Promise<string[]> {
  for await (const page of readPdf(buildPdf({ pages: [{ content }] })))
    return gridCells(layoutPage(page));
  return [];
}

function gridCells(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === "grid" ? block.cells.map(({ text }) => text) : [],
  );
}
