import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Disclosure } from "../../src/model/disclosure.ts";
import { InputError } from "../../src/model/errors.ts";
import type { Fact, Status } from "../../src/model/fact.ts";
import { documentId } from "../../src/model/ids.ts";
import { moneyOf } from "../../src/model/money.ts";
import { jobOf } from "../../src/run/job.ts";

/** What a fake document says: a file of JSON instead of a disclosure, so that these tests are about runs only. */
export interface FakeDocument {
  readonly department?: string;
  readonly year?: string;
  readonly amounts?: readonly string[];
  readonly status?: Status;
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
  return disclosureOf(name, bytes, document);
});

function parse(bytes: Uint8Array): FakeDocument {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw new InputError("no disclosure");
  }
}

function disclosureOf(name: string, bytes: Uint8Array, document: FakeDocument): Disclosure {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { department = "测试局", year = "2024", amounts = ["1.00"], status = "proved" } = document;
  return {
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
    tables: [],
    tablesAbsent: [],
    facts: amounts.map((published, index): Fact => {
      return {
        table: "three-public",
        tableIndex: 0,
        row: index + 1,
        column: 1,
        flow: "expenditure",
        period: "current",
        stage: "budget",
        label: "“三公”经费",
        item: "three_public",
        fund: "total",
        kind: "total",
        money: moneyOf(published, "万元"),
        status,
        reasons: [],
        checkedBy: { sum: 0, same: 0 },
        place: { line: index + 1 },
      };
    }),
    indicators: [],
    statements: [],
    checks: [],
  };
}
