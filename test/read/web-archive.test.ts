import { describe, expect, it } from "vitest";
import { sniff } from "../../src/read/sniff.ts";
import { pageOf } from "../../src/read/web-archive.ts";
import { extractDocument } from "../../src/run/document.ts";
import { savedPage } from "./saved-page.ts";

const HTML =
  '<html><head><meta charset="gb2312"><title>泾县文化馆2024年部门预算</title></head><body><h1>泾县文化馆2024年部门预算</h1><p>部门支出总表</p><p>单位：万元</p><table><tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr><tr><td></td><td>合计</td><td>120.50</td><td>80.20</td><td>40.30</td></tr><tr><td>207</td><td>文化旅游体育与传媒支出</td><td>120.50</td><td>80.20</td><td>40.30</td></tr></table></body></html>';

describe("a page saved as one file", () => {
  it.each(["quoted-printable", "base64"] as const)("gives its HTML out of %s", async (encoding) => {
    const bytes = savedPage(HTML, encoding);
    expect(sniff(bytes)).toBe("web-archive");
    expect(await pageOf(bytes)).toContain("<td>120.50</td>");
    const { facts, identity } = await extractDocument({ name: "a.mht", bytes });
    expect(identity.department).toBe("泾县文化馆");
    expect(facts.map(({ money }) => money.published)).toEqual([
      ...["120.50", "80.20", "40.30"],
      ...["120.50", "80.20", "40.30"],
    ]);
  });

  it("is told from a text that speaks of mail", () => {
    const text = "部门预算\n附件的 Content-Type: multipart/related 见说明\n";
    expect(sniff(new Uint8Array(Buffer.from(text)))).toBe("text");
  });
});
