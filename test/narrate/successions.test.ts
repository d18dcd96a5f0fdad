import { describe, expect, it } from "vitest";
import type { Block } from "../../src/model/block.ts";
import type { Identity } from "../../src/model/disclosure.ts";
import { readSuccessions } from "../../src/narrate/successions.ts";

const TOURISM: Identity = {
  ...{ divisionCode: "410581", division: "林州市", departmentCode: "" },
  ...{ department: "林州市文化和旅游局", year: "2024", stage: "budget", scope: "department" },
};

/** `earlier, earlier > later (year)`, with + behind earlier names that are not all of it. */
function said(text: string, identity: Partial<Identity> = {}, units: string[] = []): string[] {
  const block: Block = { type: "paragraph", text, place: { page: 3 } };
  return readSuccessions([block], { ...TOURISM, ...identity }, units).map(
    ({ from, department, merged, since }) =>
      `${from.join(", ")}${merged && from.length === 1 ? " +" : ""} > ${department}${since ? ` (${since})` : ""}`,
  );
}

describe("what a document says of its department's earlier names", () => {
  it.each([
    [
      "2019年3月，原林州市旅游局更名为林州市文化和旅游局。",
      "林州市旅游局 > 林州市文化和旅游局 (2019)",
    ],
    ["原市旅游局更名为市文化和旅游局，为市政府工作部门。", "林州市旅游局 > 林州市文化和旅游局"],
    ["单位名称由旅游局变更为文化和旅游局。", "林州市旅游局 > 林州市文化和旅游局"],
    [
      "根据《林州市机构改革方案》（林办〔2019〕12号），2019年3月将原林州市文化广电局、原林州市旅游局职责整合，组建林州市文化和旅游局，不再保留林州市文化广电局、林州市旅游局。",
      "林州市文化广电局, 林州市旅游局 > 林州市文化和旅游局 (2019)",
    ],
    [
      "整合市文化广电新闻出版局、市旅游发展委员会的职责，组建市文化和旅游局，作为市政府工作部门。",
      "林州市文化广电新闻出版局, 林州市旅游发展委员会 > 林州市文化和旅游局",
    ],
    [
      "林州市文化和旅游局由原林州市文化局和林州市旅游局合并组建。",
      "林州市文化局, 林州市旅游局 > 林州市文化和旅游局",
    ],
    ["我局由原市文化局与市旅游局整合组建而成。", "林州市文化局, 林州市旅游局 > 林州市文化和旅游局"],
    [
      "将市文化局的职责，以及市民政局的文物管理职责等整合，组建市文化和旅游局。",
      "林州市文化局 + > 林州市文化和旅游局",
    ],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  // As public pages print them.
  it.each([
    [
      "根据《天津市机构改革实施方案》的安排部署，将原天津市文化广播影视局、原天津市旅游局职责整合，组建天津市文化和旅游局加挂天津市广播电视局、天津市文物局，为市政府组成部门。",
      ["120000", "天津市", "天津市文化和旅游局"],
      "天津市文化广播影视局, 天津市旅游局 > 天津市文化和旅游局",
    ],
    [
      "根据《中共东营市委东营市人民政府关于东营市市级机构改革的实施意见》，整合市文化广电新闻出版局、市旅游发展委员会的职责，组建市文化和旅游局，作为市政府工作部门，正处级规格，加挂市新闻出版广电局、市文物局牌子。",
      ["370500", "东营市", "东营市文化和旅游局"],
      "东营市文化广电新闻出版局, 东营市旅游发展委员会 > 东营市文化和旅游局",
    ],
    [
      "《国务院机构改革方案》决定：将文化部、国家旅游局的职责整合，组建文化和旅游部，作为国务院组成部门，不再保留文化部、国家旅游局。",
      ["", "", "文化和旅游部"],
      "文化部, 国家旅游局 > 文化和旅游部",
    ],
  ])("%s", (text, [divisionCode = "", division = "", department = ""], expected) => {
    expect(said(text, { divisionCode, division, department })).toEqual([expected]);
  });

  it("says where, in the sentence", () => {
    const text = "我局负责旅游工作。2019年原市旅游局更名为市文化和旅游局。";
    const block: Block = { type: "paragraph", text, place: { page: 3 } };
    expect(readSuccessions([block], TOURISM, [])).toEqual([
      {
        ...{
          department: "林州市文化和旅游局",
          from: ["林州市旅游局"],
          merged: false,
          since: "2019",
        },
        ...{ sentence: "2019年原市旅游局更名为市文化和旅游局。", place: { page: 3 } },
      },
    ]);
  });

  it("names its units' too", () => {
    const text = "原市少儿馆更名为市图书馆。";
    expect(said(text, {}, ["林州市图书馆"])).toEqual(["林州市少儿馆 > 林州市图书馆"]);
  });

  it.each([
    "将市民政局的殡葬职责划入市文化和旅游局。",
    "原市旅游局人员由市文化和旅游局安置。",
    "市文化和旅游局拟更名为市文旅局。",
    "办公室更名为综合处。",
    "原市粮食局更名为市粮食和物资储备局。",
    "整合各类资源，组建文化和旅游志愿者队伍。",
    "因机构改革，原市旅游局职能划入，支出增加12.00万元。",
    "将省旅游局的部分职责整合，组建市文化和旅游局。",
  ])("nothing: %s", (text) => {
    expect(said(text)).toEqual([]);
  });
});
