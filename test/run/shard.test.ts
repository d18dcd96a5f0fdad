import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../../src/model/errors.ts";
import { isInShard, parseShard } from "../../src/run/shard.ts";

test("a part is written as its number and how many there are", () => {
  expect(parseShard("3/16")).toEqual({ part: 3, of: 16 });
  expect(parseShard("1/1")).toEqual({ part: 1, of: 1 });
});

test.each(["0/4", "5/4", "3", "a/b", "1/0", "-1/4", "1/99999", "1.5/4", ""])(
  "%j is no part",
  (text) => {
    expect(() => parseShard(text)).toThrow(UsageError);
  },
);

test("every source is in exactly one part", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (name, of) => {
      const parts = Array.from({ length: of }, (_, at) => ({ part: at + 1, of }));
      expect(parts.filter((shard) => isInShard(name, shard))).toHaveLength(1);
    }),
  );
});
