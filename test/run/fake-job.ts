import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { InputError } from "../../src/model/errors.ts";
import type { Fact, Status } from "../../src/model/fact.ts";
import { documentId } from "../../src/model/ids.ts";
import { moneyOf } from "../../src/model/money.ts";
import type { Table } from "../../src/model/table.ts";
import type { ReadDocument } from "../../src/run/document.ts";
import { jobOf } from "../../src/run/job.ts";

/** What a fake document says: a file of JSON instead of a disclosure, so that these tests are about runs only. */
export interface FakeDocument {
  readonly department?: string;
  readonly year?: string;
  readonly amounts?: readonly string[];
  readonly status?: Status;
  readonly table?: "three-public" | "general-public-expenditure";
  /** Date of the revision that it declares. */
  readonly revised?: string;
  /** What reading it does instead of ending well. */
  readonly behave?: "hang" | "swell" | "throw" | "chatter";
  /** Milliseconds. */
  readonly sleep?: number;
}

export const perform = jobOf(async ({ name, bytes }) => {
  const document = parse(bytes);
  if (document.sleep) await sleep(document.sleep);
  if (document.behave === "hang") for (;;);
  if (document.behave === "swell")
    for (const all: unknown[] = []; ; ) all.push(new Array(1e5).fill(name));
  if (document.behave === "throw") throw new TypeError("a fault of ours");
  if (document.behave === "chatter") console.log("a library's warning");
  return readOf(name, bytes, document);
});

function parse(bytes: Uint8Array): FakeDocument {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw new InputError("no disclosure", "no-disclosure");
  }
}

/** A table of three-public figures, or of expenditure by subject: a line an amount. */
function tableOf({ amounts = ["1.00"], table = "three-public" }: FakeDocument): Table {
  const isItems = table === "three-public";
  return {
    id: table,
    title: "表",
    place: { line: 1 },
    unit: "万元",
    unitFrom: "label",
    stage: "budget",
    gives: { flow: "expenditure", fund: "total", kind: "total" },
    columns: [
      { index: 0, role: isItems ? "label" : "function", heading: ["项目"], block: 0, gives: {} },
      { index: 1, role: "amount", heading: ["预算数"], block: 0, gives: {} },
    ],
    rows: amounts.map((amount, i) => ({
      index: i + 1,
      cells: [
        { column: 0, text: (isItems ? LABELS : CODES)[i] ?? "", place: { line: i + 1 } },
        { column: 1, text: amount, place: { line: i + 1 } },
      ],
      place: { line: i + 1 },
    })),
    notes: [],
  };
}

const LABELS = ["合计", "公务接待费", "因公出国（境）费"];
const CODES = ["2010101", "2010102", "2010103"];

function readOf(name: string, bytes: Uint8Array, document: FakeDocument): ReadDocument {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { department = "测试局", year = "2024", status = "proved", revised = "" } = document;
  const amounts = document.amounts ?? ["1.00"];
  const id = document.table ?? "three-public";
  const own = {
    document: documentId(sha256),
    source: { name, sha256, format: "text", pages: 0, scannedPages: [] },
    identity: {
      divisionCode: "410500",
      division: "安阳市",
      departmentCode: "",
      department,
      year,
      stage: "budget",
      scope: "department",
    },
    tables: [tableOf(document)],
    tablesAbsent: [],
    indicators: [],
    statements: [],
    checks: [],
  } as const;
  const facts = amounts.map((published, index): Fact => {
    return {
      table: id,
      tableIndex: 0,
      row: index + 1,
      column: 1,
      flow: "expenditure",
      period: "current",
      stage: "budget",
      label: LABELS[index] ?? "",
      item: "three_public",
      fund: "total",
      kind: "total",
      money: moneyOf(published, "万元"),
      status,
      reasons: [],
      checkedBy: { sum: 0, same: 0 },
      place: { line: index + 1 },
    };
  });
  return {
    disclosure: { ...own, facts, ...(revised && { revised }) },
    part: { ...own, revised, units: [], schedules: [], unread: [], account: [] },
  };
}
