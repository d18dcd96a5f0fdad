import { describe, expect, test } from "vitest";
import { extractDocument } from "../../src/run/document.ts";
import { recordsOf } from "../../src/write/records.ts";
import { randomOfCase } from "../reconcile/random.ts";
import { DAMAGES, damaged } from "./damage.ts";
import { ledgerOf } from "./department.ts";
import { type Form, formOf } from "./form.ts";
import { gridScoreOf } from "./grids.ts";
import { fenOf } from "./ledger.ts";
import { MAKERS, rowsOf } from "./producers.ts";
import { type FactLine, scoreOf } from "./score.ts";

const SEED = 1;
const FORMS = [0, 1, 2].map((index) => formOf(SEED, index));

async function scored(form: Form, maker: string, truth = form) {
  const { ending, make } = MAKERS[maker] ?? {};
  const bytes = (await make?.(form.parts, 0)) ?? new Uint8Array();
  const disclosure = await extractDocument({ name: `${form.name}.${ending}`, bytes });
  const lines = recordsOf(disclosure).facts as unknown as FactLine[];
  return scoreOf(
    truth.tables.flatMap(({ truths }) => truths),
    lines,
    form.ledger,
  );
}

describe("the accounts of an invented department", () => {
  test.each([0, 1, 2, 3, 4])("balance (%i)", (index) => {
    const ledger = ledgerOf(SEED, index, "budget");
    expect(fenOf(ledger, { flow: "income", fund: "total" })).toBe(
      fenOf(ledger, { flow: "expenditure", kind: "total" }),
    );
    const classes = new Set(ledger.postings.map(({ function: code }) => code.slice(0, 3)));
    const spent = [...classes].map((code) =>
      fenOf(ledger, { flow: "expenditure", function: code }),
    );
    expect(spent.reduce<number>((sum, fen) => sum + (fen ?? 0), 0)).toBe(
      fenOf(ledger, { flow: "expenditure", kind: "current" }),
    );
  });

  test("are the same for the same seed", () => {
    expect(ledgerOf(SEED, 7, "final")).toEqual(ledgerOf(SEED, 7, "final"));
    expect(ledgerOf(SEED, 7, "final")).not.toEqual(ledgerOf(SEED + 1, 7, "final"));
  });
});

describe.each(FORMS.map((form) => [form.name, form] as const))("%s", (_, form) => {
  test.each(["html", "xlsx", "markdown", "pdf"])("is read whole from %s", async (maker) => {
    const { printed, right, silent, flagged, lost } = await scored(form, maker);
    expect({ right, silent, flagged, lost }).toEqual({
      right: printed,
      silent: [],
      flagged: [],
      lost: [],
    });
  });

  test.each(Object.keys(DAMAGES))(
    "damaged (%s), is not trusted where it is wrong",
    async (kind) => {
      const worse = damaged(form, kind, randomOfCase(SEED, 0));
      expect((await scored(worse, "html", form)).silent).toEqual([]);
    },
  );
});

test.each(Object.keys(DAMAGES))("damage fits somewhere (%s)", (kind) => {
  const worse = FORMS.map((form) => damaged(form, kind, randomOfCase(SEED, 0)));
  expect(worse.map(({ parts }) => parts)).not.toEqual(FORMS.map(({ parts }) => parts));
});

describe("scores", () => {
  const [form] = FORMS;
  const truths = form?.tables.flatMap((table) => table.truths) ?? [];

  test("a wrong line without a status claims to be right", () => {
    if (!form) throw new Error("no form");
    const score = scoreOf(truths, [{ table_id: "income-summary", amount_yuan: "1" }], form.ledger);
    expect(score).toMatchObject({ given: 1, right: 0, flagged: [] });
    expect(score.silent).toHaveLength(1);
    expect(score.lost).toHaveLength(truths.length);
  });

  test("an amount one column beside its own is wrong in a grid", () => {
    const tables = form?.tables.map(({ printed }) => printed) ?? [];
    const whole = gridScoreOf(tables, tables.map(rowsOf));
    expect(whole.right).toBe(whole.printed);
    const [first, ...others] = tables.map(rowsOf);
    const row = first?.at(-1) ?? [];
    row.splice(1, 0, "");
    expect(gridScoreOf(tables, [first ?? [], ...others]).right).toBe(whole.printed - 1);
  });
});
