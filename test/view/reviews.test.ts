import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import { describe, expect, test } from "vitest";
import type { Review } from "../../src/view/review.ts";
import { appOn, HOST, sandboxWith, TOKEN, write } from "./fixture.ts";

const ID = "2024/局/budget";
const FACT = { fact: "d1-t1-r2-c3", place: "p. 5", page: 5, bbox: "1 2 3 4", published: "12.00" };
const budget = (...facts: object[]) =>
  JSON.stringify({
    document: "d1",
    facts: facts.map((f) => ({ unit: "万元", status: "conflict", ...f })),
  });
const OUT = {
  "out/disclosures.csv": `disclosure,editions\n${ID},\n`,
  [`out/${ID}.json`]: budget(FACT),
};
const CONFIRM = { act: "confirm", disclosure: ID, fact: FACT.fact, by: "王" };

function send(app: Hono, body: unknown, headers: Record<string, string> = {}) {
  return app.request(`http://${HOST}/api/reviews`, {
    method: "POST",
    headers: {
      ...{ host: HOST, cookie: `yusuan-4747=${TOKEN}`, origin: `http://${HOST}` },
      ...{ "x-yusuan": "1", ...headers },
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function standing(app: Hono): Promise<Review[]> {
  const headers = { host: HOST, cookie: `yusuan-4747=${TOKEN}` };
  const answer = await app.request(`http://${HOST}/api/reviews`, { headers });
  return ((await answer.json()) as { reviews: Review[] }).reviews;
}

describe("a check by hand", () => {
  test("is noted with who, when, and what was printed; the file only grows", async () => {
    const folder = sandboxWith(OUT);
    const app = appOn(folder);
    const file = () => readFileSync(join(folder, "out/reviews.jsonl"), "utf8");
    expect((await send(app, CONFIRM)).status).toBe(200);
    expect(await standing(app)).toMatchObject([
      { act: "confirm", by: "王", document: "d1", place: "p. 5", published: "12.00", unit: "万元" },
    ]);
    const first = file();
    const correct = { ...CONFIRM, act: "correct", amount: "21.00", reason: "看错了" };
    await send(app, correct);
    expect(await standing(app)).toMatchObject([{ act: "correct", amount: "21.00" }]);
    await send(app, { ...CONFIRM, act: "undo" });
    expect(await standing(app)).toEqual([]);
    expect(file().startsWith(first)).toBe(true);
    expect(file().trimEnd().split("\n")).toHaveLength(3);
    expect(readFileSync(join(folder, `out/${ID}.json`), "utf8")).toBe(budget(FACT));
  });

  test("stands for the same digits at the same place under another number, and for no others", async () => {
    const folder = sandboxWith(OUT);
    const app = appOn(folder);
    await send(app, CONFIRM);
    write(folder, `out/${ID}.json`, budget({ ...FACT, fact: "d1-t2-r9-c3" }));
    await send(app, { ...CONFIRM, fact: "d1-t2-r9-c3", act: "undo" });
    expect(await standing(app)).toEqual([]);
    await send(app, { ...CONFIRM, fact: "d1-t2-r9-c3" });
    write(folder, `out/${ID}.json`, budget({ ...FACT, published: "13.00" }));
    await send(app, { ...CONFIRM, act: "undo" });
    expect(await standing(app)).toHaveLength(1);
  });

  test.each([
    ["of no figure", { ...CONFIRM, fact: "d1-t1-r1-c1" }],
    ["of no disclosure", { ...CONFIRM, disclosure: "../../secret" }],
    ["by nobody", { ...CONFIRM, by: " " }],
    ["that corrects without a reason", { ...CONFIRM, act: "correct", amount: "1.00" }],
    ["that corrects to words", { ...CONFIRM, act: "correct", amount: "=1+1", reason: "x" }],
    ["that blames without a reason", { ...CONFIRM, act: "publisher-error" }],
    ["with more in it", { ...CONFIRM, at: "yesterday" }],
    ["that is no JSON", "{"],
    ["that is too long", { ...CONFIRM, reason: "x".repeat(20_000) }],
  ])("%s is not noted", async (_, body) => {
    const folder = sandboxWith(OUT);
    const app = appOn(folder);
    expect((await send(app, body)).status).toBeGreaterThanOrEqual(400);
    expect(await standing(app)).toEqual([]);
  });

  test("from another site is not noted", async () => {
    const app = appOn(sandboxWith(OUT));
    expect((await send(app, CONFIRM, { origin: "https://example.org" })).status).toBe(403);
  });

  test("survives a line that broke off, and is given as CSV without formulas", async () => {
    const folder = sandboxWith(OUT);
    const app = appOn(folder);
    await send(app, { ...CONFIRM, act: "publisher-error", reason: "=HYPERLINK(1)", by: "王" });
    appendFileSync(join(folder, "out/reviews.jsonl"), '{"act":"con');
    expect(await standing(app)).toHaveLength(1);
    const headers = { host: HOST, cookie: `yusuan-4747=${TOKEN}` };
    const csv = await (await app.request(`http://${HOST}/api/reviews.csv`, { headers })).text();
    expect(csv).toMatch(/^\uFEFF?fact,document,/);
    expect(csv).toContain("publisher-error,,'=HYPERLINK(1),王");
  });
});
