import { expect, test } from "vitest";
import { createEfforts } from "../../src/run/efforts.ts";

test("efforts are made side by side, and none while something has all memory", async () => {
  const efforts = createEfforts();
  const [one, two, three] = [Symbol(), Symbol(), Symbol()];
  expect([efforts.begin(one), efforts.begin(two)]).toEqual([true, true]);
  const done: string[] = [];
  const alone = efforts.without(async () => {
    expect(efforts.begin(three)).toBe(false);
    done.push("alone");
  });
  const allowed = efforts.allowed().then(() => done.push("allowed"));
  // Who is at it goes on; who is not waits.
  expect([efforts.begin(one), efforts.begin(three)]).toEqual([true, false]);
  efforts.rest(one);
  await new Promise((soon) => setTimeout(soon, 5));
  expect(done).toEqual([]);
  efforts.rest(two);
  await Promise.all([alone, allowed]);
  expect(done).toEqual(["alone", "allowed"]);
  expect(efforts.begin(three)).toBe(true);
});

test("efforts are allowed again after something that failed", async () => {
  const efforts = createEfforts();
  await expect(efforts.without(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await efforts.allowed();
  expect(efforts.begin(Symbol())).toBe(true);
});
