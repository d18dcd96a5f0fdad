import { expect, test } from "vitest";
import { revisedOn } from "../../../src/normalise/identity/revised.ts";

const on = (...lines: string[]) =>
  revisedOn(lines.map((text, i) => ({ type: "paragraph", text, place: { line: i + 1 } })));

test.each([
  ["2024-03-15", ["某局2024年部门预算", "（2024年3月15日更正）"]],
  ["2024-04-01", ["修订日期：2024-3-15", "更新日期：2024.4.1"]],
  ["", ["某局2024年部门预算", "公开日期：2024年2月5日"]],
  ["", ["根据2023年1月1日修订的办法，现将某局部门预算公开如下。"]],
])("a document is revised when it says so: %s", (date, lines) => {
  expect(on(...lines)).toBe(date);
});
