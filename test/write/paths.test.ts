import { resolve, sep } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeName, stemOf, supersededStem } from "../../src/write/paths.ts";
import { identity } from "./fixture.ts";

const stem = (changes: Partial<typeof identity>): string =>
  stemOf({ identity: { ...identity, ...changes } });

describe("stemOf", () => {
  test("names year, division with department, and stage", () => {
    expect(stem({})).toBe("2024/410500-安阳市档案馆/budget");
    expect(stem({ stage: "final" })).toBe("2024/410500-安阳市档案馆/final");
    expect(stem({ scope: "unit" })).toBe("2024/410500-安阳市档案馆/budget.unit");
    expect(stem({ divisionCode: "" })).toBe("2024/安阳市档案馆/budget");
  });

  test("tells an older edition from the newer", () => {
    expect(supersededStem(stem({}), "d0123456789abcdef")).toBe(
      "2024/410500-安阳市档案馆/budget.d0123456789abcdef",
    );
  });
});

describe("safeName", () => {
  test.each([
    ["../../etc/passwd", /^_+.*etc_passwd-[0-9a-f]{8}$/],
    ["..", /^_-[0-9a-f]{8}$/],
    ["", /^_-[0-9a-f]{8}$/],
    ["甲\n乙", /^甲_乙-[0-9a-f]{8}$/],
    ["甲\u202e乙", /^甲_乙-[0-9a-f]{8}$/],
    ["con", /^_con-[0-9a-f]{8}$/],
    ["NUL.txt", /^_NUL\.txt-[0-9a-f]{8}$/],
    ["尾点..", /^尾点_-[0-9a-f]{8}$/],
    ["C:\\x", /^C__x-[0-9a-f]{8}$/],
    ["甲\ud800", /^甲_-[0-9a-f]{8}$/],
  ])("makes %j a name", (text, expected) => {
    expect(safeName(text)).toMatch(expected);
  });

  test("leaves ordinary names as they are", () => {
    expect(safeName("410500-安阳市医疗保障局（本级）")).toBe("410500-安阳市医疗保障局（本级）");
  });

  test("shortens what no file system takes, and tells long names apart", () => {
    const a = safeName(`${"长".repeat(300)}甲`);
    const b = safeName(`${"长".repeat(300)}乙`);
    expect(Buffer.byteLength(a)).toBeLessThanOrEqual(200);
    expect(a).not.toBe(b);
  });

  test("tells a changed name from one that was printed so", () => {
    const changed = safeName("a/b");
    expect(safeName(changed)).not.toBe(changed);
  });

  test("never leaves its folder, and never meets another name", () => {
    const unit = fc.constantFrom(..."./\\~ :a甲\0\n\u202e\ud800-");
    const hostile = fc.oneof(fc.string({ unit }), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const name = safeName(one);
        expect(resolve("/out", name)).toBe(`${sep}out${sep}${name}`);
        expect(Buffer.from(name).toString("utf8")).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThan(220);
        if (one !== two) expect(safeName(two)).not.toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});
