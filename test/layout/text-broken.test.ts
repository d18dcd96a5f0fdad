import { describe, expect, it } from "vitest";
import { layoutText } from "../../src/layout/text.ts";

/** Two rows of a table of narrow cells, as `pdftotext -layout` sets it: everything in the middle of its row. */
const PRINTED = `单位：万元
                    工资福利支出
  编码  名称       合   小    津    绩
                 计   计    贴    效
      栏次         1    2    3     4
                 1,2  55
                            8.
      合计         99.  9.0        0.50
                            56
                 48   1
      文化旅游       1,1  37
                            68.   7.
207   体育与传       09.  8.4
                            28    25
      媒支出        45   2
`;

function rowsOf(text: string): string[][] {
  const grid = layoutText(text).blocks.find((block) => block.type === "grid");
  return Array.from({ length: grid?.rowCount ?? 0 }, (_, r) =>
    (grid?.cells ?? []).filter(({ r0 }) => r0 === r).map(({ text }) => text),
  );
}

describe("amounts broken over the lines of narrow cells", () => {
  it("are put together in their rows, with the names around them, below one heading for all", () => {
    const [heading, ...body] = rowsOf(PRINTED);
    expect(heading).toEqual(["工资福利支出 编码 名称 合 小 津 绩 计 计 贴 效 栏次 1 2 3 4"]);
    expect(body).toEqual([
      ["合计", "1,299.48", "559.01", "0.50", "8.56"],
      ["207 文化旅游体育与传媒支出", "1,109.45", "378.42", "68.28", "7.25"],
    ]);
  });

  it("go on with the first line of a page, of one amount alone", () => {
    const [row] = rowsOf(`\f                  10
2080  文物       24.                   24.  24.  20.
                  0.5
5               05                    05   05   30
                  4
221   住房       70.                        18.
                52                         11`);
    expect(row).toEqual(["20805 文物", "100.54", "24.05", "24.05", "24.05", "20.30"]);
  });

  it("are left alone where the lines of a row do not fit one another", () => {
    const cut = PRINTED.replace("28    25", "28");
    expect(rowsOf(cut).flat()).not.toContain("1,109.45");
  });
});
