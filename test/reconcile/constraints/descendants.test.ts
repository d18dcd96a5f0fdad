import { describe, expect, it } from "vitest";
import type { Coordinates } from "../../../src/model/coordinates.ts";
import type { Amount } from "../../../src/normalise/ledger/amounts.ts";
import {
  constraintsAmong,
  judge,
  type Line,
  rulesOver,
} from "../../../src/reconcile/constraints/descendants.ts";

const line = (index: number, gives: Coordinates, ...heading: string[]): Line => {
  return { index, gives, heading };
};

const row = (...amounts: readonly (number | undefined)[]): Map<number, Amount> =>
  new Map(
    amounts.flatMap((amount, index) =>
      amount === undefined ? [] : [[index, { amount: BigInt(amount), step: 1n }] as const],
    ),
  );

/** `10 = 6 + 4`, `4 ≤ 10`, with `?` for one that says nothing where it fails. */
function told(lines: readonly Line[], printed: ReadonlyMap<number, Amount>): string[] {
  return constraintsAmong(rulesOver(lines), printed, "row").map(({ terms, relation, strength }) => {
    const side = (of: 1 | -1) => terms.filter(([, sign]) => sign === of);
    const [left, right] = [side(1), side(-1)].map((one) => one.map(([c]) => c.amount).join(" + "));
    return `${left} ${relation} ${right}${strength === "soft" ? "?" : ""}`;
  });
}

describe("a parent is the sum of its nearest printed descendants", () => {
  const funds = [
    line(0, { fund: "total" }),
    line(1, { fund: "fiscal" }),
    line(2, { fund: "general_public" }),
    line(3, { fund: "government_fund" }),
    line(4, { fund: "carry_over" }),
  ];

  it("level by level", () => {
    expect(told(funds, row(10, 7, 5, 2, 3))).toEqual(["10 = 7 + 3", "7 = 5 + 2"]);
  });

  it("and what is not printed is stood in for by what is below it", () => {
    expect(told(funds, row(10, undefined, 5, 2, 3))).toEqual(["10 = 5 + 2 + 3"]);
  });

  it("in items, whose total says nothing where it leaves out what stands beside the three", () => {
    const items = [
      line(0, {}),
      line(1, { item: "three_public" }),
      line(2, { item: "operating_funds" }),
    ];
    expect(told(items, row(9, 5, 4))).toEqual(["9 = 5 + 4?"]);
    expect(told(items, row(5, 5, 4))).toEqual(["5 = 5 + 4?"]);
  });

  it("in economic classes, of which a finer one stands below its own", () => {
    const classes = [
      line(0, { kind: "project" }),
      line(1, { kind: "project", economicCode: "302" }),
      line(2, { kind: "project", economicCode: "30201" }),
      line(3, { kind: "project", economicCode: "30226" }),
      line(4, { kind: "project", economicCode: "310" }),
    ];
    expect(told(classes, row(9, 6, 2, 4, 3))).toEqual(["9 = 6 + 3", "6 = 2 + 4"]);
  });

  it("among figures that differ in nothing else", () => {
    const kinds = [
      line(0, { kind: "total", period: "current" }),
      line(1, { kind: "basic", period: "current" }),
      line(2, { kind: "project", period: "previous" }),
    ];
    expect(told(kinds, row(9, 5, 4))).toEqual(["9 = 5?", "5 ≤ 9"]);
  });
});

describe("two columns at one node", () => {
  const twice = [
    line(0, { kind: "current" }),
    line(1, { kind: "basic" }),
    line(2, { kind: "project" }),
    line(3, { kind: "project" }),
  ];

  it("are one figure printed twice where they are equal: it counts once", () => {
    const rules = told(twice, row(9, 5, 4, 4));
    expect(rules).toContain("9 = 5 + 4");
    expect(rules.filter((rule) => rule.includes("4 + 4"))).toEqual([]);
  });

  it("are one figure where only one of them is filled", () => {
    expect(told(twice, row(9, 5, undefined, 4))).toEqual(["9 = 5 + 4"]);
  });

  it("say nothing where they differ: which is meant is not known", () => {
    expect(told(twice, row(9, 5, 4, 3))).toEqual([]);
    expect(told(twice, row(9, 5, 3, 4))).toEqual([]);
  });
});

describe("what the general rule does not know", () => {
  it("is how much of its whole a part (其中) is", () => {
    const part = [line(0, { fund: "total" }), line(1, { fund: "fiscal" }, "其中：财政拨款")];
    expect(told(part, row(9, 4))).toEqual(["9 = 4?", "4 ≤ 9"]);
  });
});

describe("the count of a search", () => {
  const lines = [
    line(0, { kind: "current" }),
    line(1, { kind: "basic" }),
    line(2, { kind: "project" }),
  ];
  const count = (printed: ReadonlyMap<number, Amount>) => ({ ...judge(rulesOver(lines), printed) });

  it("is of the same constraints", () => {
    expect(count(row(9, 5, 4))).toEqual({ fails: 0, holds: 1 });
    expect(count(row(9, 4, 4))).toEqual({ fails: 0, holds: 1 });
    expect(count(row(9, 4, 2))).toEqual({ fails: 1, holds: 0 });
    expect(count(row(0, 0, 0))).toEqual({ fails: 0, holds: 0 });
    expect(count(row(undefined, 4, 2))).toEqual({ fails: 0, holds: 0 });
  });
});
