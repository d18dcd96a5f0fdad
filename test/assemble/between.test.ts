import { expect, test } from "vitest";
import { compareMembers } from "../../src/assemble/between/members.ts";
import { compareRepeats } from "../../src/assemble/between/repeats.ts";
import type { Shared } from "../../src/assemble/between/shared.ts";
import { type MoneyUnit, moneyOf } from "../../src/model/money.ts";

/** A figure of the three-public table, unless it is said otherwise. */
function figure(
  fact: string,
  amount: string,
  more: Partial<Omit<Shared, "money">> & { readonly in?: MoneyUnit } = {},
): Shared {
  const money = moneyOf(amount, more.in ?? "万元");
  return {
    ...{ fact, table: "three-public", about: "x", item: true, unit: "", label: "x" },
    ...{ period: "current", stage: "budget", place: { line: 1 } },
    ...{ money, step: money.step, ...more },
  };
}

const said: never[] = [];
const budget = (year: string, ...figures: Shared[]) =>
  ({ year, stage: "budget", said, figures }) as const;

const told = ({ held, differences }: ReturnType<typeof compareMembers>) => ({
  held: [...held].sort(),
  differences: differences.map(({ stands, other }) => `${stands?.fact} ${other?.fact}`),
});

test("an amount printed in another unit is the same within its rounding", () => {
  const repeats = (amount: string, unit: MoneyUnit) =>
    told(
      compareRepeats(
        budget("2024", figure("a-1", amount, { period: "previous", in: unit })),
        budget("2023", figure("b-1", "12.35")),
      ),
    );
  expect(repeats("123456.00", "元").held).toEqual(["a-1", "b-1"]);
  expect(repeats("123556.00", "元").differences).toEqual(["a-1 b-1"]);
  expect(repeats("12.35", "万元").held).toEqual(["a-1", "b-1"]);
  // One number ends in one digit.
  expect(repeats("12.36", "万元").differences).toEqual(["a-1 b-1"]);
});

test("what is repeated of a year is held against that year alone", () => {
  const now = budget("2024", figure("a-1", "1.00", { period: "previous" }), figure("a-2", "2.00"));
  expect(told(compareRepeats(now, budget("2023", figure("b-1", "1.00"))))).toEqual({
    held: ["a-1", "b-1"],
    differences: [],
  });
  expect(told(compareRepeats(now, budget("2022", figure("b-1", "1.00")))).held).toEqual([]);
});

test("a meaning that is printed with two amounts differs from nothing", () => {
  const now = budget("2024", figure("a-1", "1.00", { period: "previous" }));
  const before = budget("2023", figure("b-1", "2.00"), figure("b-2", "3.00"));
  expect(told(compareRepeats(now, before))).toEqual({ held: [], differences: [] });
  const one = budget("2023", figure("b-1", "2.00"), figure("b-2", "1.00"));
  expect(told(compareRepeats(now, one))).toEqual({ held: ["a-1", "b-2"], differences: [] });
});

test("another table is a witness, and differs in items alone", () => {
  const summary = { table: "income-summary", item: false } as const;
  const now = (item: boolean) =>
    budget("2024", figure("a-1", "1.00", { period: "previous", item }));
  const before = (amount: string) => budget("2023", figure("b-1", amount, summary));
  expect(told(compareRepeats(now(false), before("1.00"))).held).toEqual(["a-1", "b-1"]);
  expect(told(compareRepeats(now(false), before("2.00"))).differences).toEqual([]);
  expect(told(compareRepeats(now(true), before("2.00"))).differences).toEqual(["a-1 b-1"]);
});

test("a roll-up is held against each department, and against their sum where all are there", () => {
  const rollUp = {
    ...budget(
      "2024",
      figure("g-1", "9.00"),
      figure("g-2", "4.00", { unit: "教育局" }),
      figure("g-3", "5.00", { unit: "财政局" }),
    ),
    kind: "department",
  } as const;
  const education = { name: "教育局", ...budget("2024", figure("e-1", "4.00")) };
  const finance = (amount: string) => ({
    name: "财政局",
    ...budget("2024", figure("f-1", amount)),
  });
  expect(told(compareMembers(rollUp, [education, finance("5.00")]))).toEqual({
    held: ["e-1", "f-1", "g-1", "g-2", "g-3"],
    differences: [],
  });
  // One difference, not a second one of the sum: the rows of the roll-up add up.
  expect(told(compareMembers(rollUp, [education, finance("5.10")]))).toEqual({
    held: ["e-1", "g-2"],
    differences: ["g-3 f-1"],
  });
  // Nothing is said of a sum while somebody is missing.
  expect(told(compareMembers(rollUp, [education]))).toEqual({
    held: ["e-1", "g-2"],
    differences: [],
  });
});

test("units that nobody names are all there where most sums close", () => {
  const code = (at: number) => `|20${at}0101|`;
  const lines = (document: string, amounts: readonly string[]) =>
    amounts.map((amount, at) =>
      figure(`${document}-${at}`, amount, { about: code(at), item: false }),
    );
  const whole = (last: string) =>
    ({
      ...budget("2024", ...lines("d", ["3.00", "5.00", "7.00", last])),
      kind: "unit",
    }) as const;
  const one = {
    name: "甲中心",
    ...budget("2024", ...lines("a", ["1.00", "2.00", "3.00", "4.00"])),
  };
  const two = {
    name: "乙中心",
    ...budget("2024", ...lines("b", ["2.00", "3.00", "4.00", "5.00"])),
  };
  expect(told(compareMembers(whole("9.50"), [one, two])).differences).toEqual(["d-3 a-3 b-3"]);
  expect(told(compareMembers(whole("9.00"), [one, two])).held).toHaveLength(12);
  expect(told(compareMembers(whole("9.50"), [one])).differences).toEqual([]);
});
