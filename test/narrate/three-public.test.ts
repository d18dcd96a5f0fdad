import { expect, it } from "vitest";
import { threePublicStatements } from "../../src/narrate/three-public.ts";
import { read } from "./prose/read.ts";

it("gives each item's figure, change and reason, though the text says them apart", () => {
  const { statements } = read([
    "二、“三公”经费情况",
    "三公经费预算3.00万元，比上年减少1.00万元，下降25%，主要原因是压减接待。",
    "公务接待费1.00万元，占三公经费的33.33%。",
    "公务接待费比上年减少1.00万元，主要原因是批次减少。",
    "公务用车购置及运行费2.00万元，与2023年2.00万元持平。",
  ]);
  const found = threePublicStatements(statements).map(({ item, amount, change, reason }) => [
    ...[item, amount?.money?.published, change?.change, change?.changeMoney?.published, reason],
  ]);
  expect(found).toEqual([
    ["three_public", "3.00", "decrease", "1.00", "压减接待"],
    ["three_public.reception", "1.00", "decrease", "1.00", "批次减少"],
    ["three_public.vehicle", "2.00", "none", undefined, undefined],
  ]);
});

it("takes a change against last year, and the reason of that change", () => {
  const { statements } = read(
    [
      "二、“三公”经费决算情况",
      "三公经费预算3.60万元，决算3.60万元，主要原因是：无差异。",
      "三公经费比上年增加0.40万元，主要原因是：车辆老旧。",
      "公务接待费1.00万元，较2022年下降2.3%，主要原因是压减接待。",
    ],
    "final",
  );
  const found = threePublicStatements(statements).map(({ item, stage, change, reason }) => [
    ...[item, stage, change?.change, reason],
  ]);
  expect(found).toEqual([
    ["three_public", "budget", undefined, undefined],
    ["three_public", "final", "increase", "车辆老旧"],
    ["three_public.reception", "final", undefined, undefined],
  ]);
});
