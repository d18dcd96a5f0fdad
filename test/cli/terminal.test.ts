import { describe, expect, test } from "vitest";
import { explainError } from "../../src/cli/errors.ts";
import { progress } from "../../src/cli/progress.ts";
import { summary } from "../../src/cli/summary.ts";
import { columns, duration, plural, printable, width } from "../../src/cli/terminal.ts";
import { InputError, UsageError } from "../../src/model/errors.ts";
import { unreadableLine } from "../../src/run/report.ts";

test("Chinese takes two columns, so that tables stand straight", () => {
  expect(width("预算 2024（万元）")).toBe(17);
  expect(
    columns(
      [
        ["甲局", "1.00"],
        ["a", "12.00"],
      ],
      ["left", "right"],
    ),
  ).toBe("甲局   1.00\na     12.00\n");
});

test("control characters of names are shown, not obeyed", () => {
  expect(printable("a\n\u001B[2Jb\u202Ec")).toBe("a\\n\\u{1b}[2Jb\\u{202e}c");
});

test("numbers and times are said in words", () => {
  expect([plural(1, "file"), plural(12345, "file")]).toEqual(["1 file", "12,345 files"]);
  expect([1.23, 45, 600, 12_000].map(duration)).toEqual(["1.2 s", "45 s", "10 min", "3 h 20 min"]);
});

describe("progress", () => {
  function drawn(isTTY: boolean): string[] {
    const lines: string[] = [];
    let time = 0;
    const reporter = progress({
      stream: { isTTY, write: (text) => lines.push(text) },
      clock: () => time,
    });
    reporter.started?.(40);
    for (let at = 0; at < 10; at++) {
      time += 500;
      reporter.source?.(unreadableLine({ source: `${at}`, reason: "bad", why: "damaged" }));
    }
    return lines;
  }

  test("says how far, how fast, how long still and how many failed", () => {
    expect(drawn(true).at(-1)).toBe(
      "\r\u001B[K[######------------------] 10/40  2.0/s  15 s left  10 failed",
    );
  });

  test("is silent in a pipe", () => {
    expect(drawn(false)).toEqual([]);
  });
});

describe("errors", () => {
  test("that were foreseen are one line and their exit code", () => {
    expect(explainError(new UsageError("no such option"), false)).toEqual({
      lines: ["yusuan: no such option"],
      code: 2,
    });
    expect(explainError(new InputError("a.pdf: broken"), false)).toEqual({
      lines: ["yusuan: a.pdf: broken"],
      code: 3,
    });
    const full = Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
    const named = new UsageError("cannot write out/facts.csv: no space left", { cause: full });
    expect(explainError(named, false)).toEqual({
      lines: [
        "yusuan: cannot write out/facts.csv: no space left",
        "Nothing was left half-written: free some space, and the next run goes on from here.",
      ],
      code: 1,
    });
    expect(explainError(full, false).code).toBe(1);
    expect(
      explainError(new DOMException("This operation was aborted", "AbortError"), false).code,
    ).toBe(130);
  });

  test("that were not say where they come from on demand only", () => {
    const error = new TypeError("x is undefined");
    expect(explainError(error, false)).toEqual({
      lines: [
        "yusuan: unexpected error: x is undefined",
        "Run it again with --debug to see where it comes from.",
      ],
      code: 1,
    });
    expect(explainError(error, true).lines[1]).toContain("terminal.test.ts");
  });
});

test("a summary says what was done, what failed and why, and what contradicts itself", () => {
  const text = summary({
    run: "r",
    tool: "1",
    title: "",
    started: "",
    seconds: 75,
    out: "output/x",
    untouched: false,
    documents: { done: 1200, unchanged: 3, failed: 1 },
    disclosures: 900,
    tables: 14,
    figures: { total: 100, proved: 90, stated: 1, repaired: 2, unproved: 3, conflict: 4 },
    threePublic: 24,
    failures: [{ source: "a\nb.pdf", reason: "encrypted" }],
    newFailures: 1,
    conflicts: [
      { department: "甲局", figures: 3 },
      { department: "乙局", figures: 1 },
    ],
    leftOut: [
      { source: "c.pdf", role: "edition", than: "d.pdf" },
      { source: "f.pdf", role: "partly", than: "d.pdf" },
      { source: "e.pdf", role: "duplicate", than: "d.pdf" },
    ],
    unread: [
      { source: "a.pdf", amounts: 157, pages: "" },
      { source: "b.pdf", amounts: 0, pages: "3 4" },
    ],
    otherFormats: { ".docx": 2 },
  });
  expect(text).toBe(`Documents             1,200 done, 3 unchanged, 1 failed
Tables                14
Figures               100: 90 proved, 2 repaired and proved, 1 stated in the text, 3 unproved, 4 in conflict
Three-public figures  24
Output                output/x
Time                  75 s
Failed:
  a\\nb.pdf  encrypted
Not read (see checks.csv):
  a.pdf  157 amounts
  b.pdf  pages 3 4
Figures in conflict, by department (see checks.csv):
  甲局  3
  乙局  1
Left out of the combined files:
  c.pdf  d.pdf is the better edition (see differences.csv)
  f.pdf  in part: d.pdf has that in a better edition (see differences.csv)
  e.pdf  same bytes as d.pdf
Not read, being of other formats:
  .docx  2 files
`);
});
