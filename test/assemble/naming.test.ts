import { describe, expect, it } from "vitest";
import { type Named, namingsIn } from "../../src/assemble/naming.ts";

const JIANGBEI = [
  { code: "330205", name: "江北区" },
  { code: "500105", name: "江北区" },
];

function said(department: string, more: Partial<Named> = {}): Named {
  return { document: department, divisionCode: "", department, places: [], units: [], ...more };
}

const open = said("江北区财政局", { places: JIANGBEI });

/** `name: division code` of all that the set names otherwise. */
function namings(...set: Named[]): string[] {
  return [...namingsIn(set)].map(
    ([document, { department, place }]) =>
      `${document}: ${[place?.code, department].filter(Boolean).join(" ")}`,
  );
}

describe("the place of a department that several places have", () => {
  it("is that of the only one that is named", () => {
    const full = said("重庆市江北区财政局", { divisionCode: "500105" });
    expect(namings(open, full)).toEqual(["江北区财政局: 500105 重庆市江北区财政局"]);
  });

  it("may be named by the units of a table", () => {
    const above = said("重庆市江北区农业局", { divisionCode: "500105", units: ["江北区财政局"] });
    expect(namings(open, above)).toEqual(["江北区财政局: 500105 江北区财政局"]);
  });

  it("is not that of another department", () => {
    expect(namings(open, said("重庆市江北区教育局", { divisionCode: "500105" }))).toEqual([]);
    expect(namings(open, said("重庆市财政局", { divisionCode: "500000" }))).toEqual([]);
  });

  it("is not told by what is open itself, nor by two", () => {
    expect(namings(open, said("江北区财政局", { document: "b", places: JIANGBEI }))).toEqual([]);
    const both = ["330205", "500105"].map((code) =>
      said("江北区财政局", { document: code, divisionCode: code }),
    );
    expect(namings(open, ...both)).toEqual([]);
  });
});

describe("names of one department", () => {
  it("are the longest, in its own place", () => {
    const names = ["江苏省委办公厅", "中共江苏省委员会办公厅", "中共江苏省委办公厅"];
    const set = names.map((name) => said(name, { divisionCode: "320000" }));
    expect(namings(...set)).toEqual([
      "江苏省委办公厅: 中共江苏省委员会办公厅",
      "中共江苏省委办公厅: 中共江苏省委员会办公厅",
    ]);
  });

  it("keep the mark of its own offices", () => {
    const set = ["重庆市江北区财政局", "江北区财政局（本级）"];
    expect(namings(...set.map((name) => said(name, { divisionCode: "500105" })))).toEqual([
      "江北区财政局（本级）: 重庆市江北区财政局（本级）",
    ]);
  });

  it("are not those of another department, of another place, or of none", () => {
    const set = [
      said("朝阳区医院", { divisionCode: "110105" }),
      said("北京朝阳医院", { divisionCode: "110105" }),
      said("长春市朝阳区医院", { divisionCode: "220104" }),
      said("医院"),
    ];
    expect(namings(...set)).toEqual([]);
  });
});
