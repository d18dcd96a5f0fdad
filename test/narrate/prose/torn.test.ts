import { expect, it } from "vitest";
import { line, read } from "./read.ts";

const HEADING = "一、收支情况说明";

it.each([
  ["支出预算2387.05万元，其中：基本支出1720.11万元，占72.06%666.94万元，占27.94%。", "666.94"],
  ["公务用车购置及运行费39.车购置费7.10万元。", "7.10"],
  ["公务用车购置及运行费务用车购置费261.05万元。", "261.05"],
])("what torn text says is stated of nothing: %s", (sentence, torn) => {
  const { statements, unread } = read([HEADING, sentence]);
  expect(statements.map(({ money }) => money?.published)).not.toContain(torn);
  expect(unread.map(({ found }) => found)).toContain(`${torn}万元`);
});

it("what is left of a table that was not read is no sentence about its heading", () => {
  const { statements } = read(["三、公务用车购置及运行维护费", "|44万元", "合计|", "10万元|"]);
  expect(statements).toEqual([]);
});

it("a budget that was compared with measures nothing behind it", () => {
  const said =
    "公务用车购置及运行费决算支出785.00万元，较年初预算减少12.78%，其中：公务用车购置费274.00万元。";
  const { statements } = read([HEADING, said], "final");
  expect(statements.map(line).at(-1)).toContain("公务用车购置费 final current 274.00万元");
});

it("公务用车费用中含: what follows is a part", () => {
  const { statements } = read([HEADING, "公务用车费用中含公务用车购置费0万元。"]);
  expect(statements.map(({ coordinates }) => coordinates.item)).toEqual([
    "three_public.vehicle.purchase",
  ]);
});
