import * as cheerio from "cheerio";
import { describe, expect, test } from "vitest";
import { workbook } from "../../src/write/spreadsheet.ts";
import { comparison, type Side } from "../../src/write/three-public-chart.ts";
import { cellsOf, unzip } from "./unzip.ts";

const side = (department: string, amounts: Partial<Side>): Side => ({
  ...{ department, year: "2024", stage: "budget", period: "current" },
  ...amounts,
});

async function chartOf(...sides: readonly Side[]) {
  const sheet = comparison(sides);
  const zip = await workbook(sheet ? [sheet] : []);
  return { zip, files: unzip(zip), xml: unzip(zip).get("xl/charts/chart1.xml")?.text ?? "" };
}

describe("the chart of the departments", () => {
  test("has a bar for each, the largest first, of the cells beside it", async () => {
    const { xml, zip } = await chartOf(
      side("甲局", { overseas: "0.00", vehicle: "3.00", reception: "1.00" }),
      side("乙局", { vehicle: "9.00" }),
      side("丙局", { overseas: "1", period: "previous" }),
      side("丁局", {}),
    );
    const $ = cheerio.load(xml, { xml: true });
    expect($("c\\:ser").length).toBe(3);
    const names = $("c\\:ser")
      .first()
      .find("c\\:cat c\\:v")
      .toArray()
      .map((v) => $(v).text());
    expect(names).toEqual(["乙局 2024 预算", "甲局 2024 预算"]);
    const cells = cellsOf(zip, 1);
    const shown = ["A2", "C2", "C3"].map((cell) => cells.get(cell));
    expect(shown).toEqual(['"乙局 2024 预算"', "9", "3"]);
    expect($("c\\:ser").eq(1).find("c\\:val c\\:f").text()).toBe("'部门对比'!$C$2:$C$3");
  });

  test("is joined to its sheet, and every part is well-formed", async () => {
    const { files } = await chartOf(side("甲<&>局", { vehicle: "3.00" }));
    expect(files.get("[Content_Types].xml")?.text).toContain('PartName="/xl/charts/chart1.xml"');
    expect(files.get("xl/drawings/_rels/drawing1.xml.rels")?.text).toContain(
      "../charts/chart1.xml",
    );
    expect(files.get("xl/worksheets/sheet1.xml")?.text).toContain("<drawing ");
    expect(files.get("xl/charts/chart1.xml")?.text).toContain("甲&lt;&amp;&gt;局");
  });

  test("is not drawn where nothing is known", () => {
    expect(comparison([side("甲局", {})])).toBeUndefined();
  });
});
