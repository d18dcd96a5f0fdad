import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { perform as inspect } from "../../src/cli/inspect-job.ts";
import { reasonLines } from "../../src/cli/inspect-trust.ts";
import { languageOf } from "../../src/cli/language.ts";
import { perform as draw } from "../../src/cli/overlay-job.ts";
import type { ThreePublicFigure } from "../../src/cli/three-public-figures.ts";
import { perform as threePublic } from "../../src/cli/three-public-job.ts";
import { threePublicTable } from "../../src/cli/three-public-table.ts";
import { version } from "../../src/cli/version.ts";
import type { Fact } from "../../src/model/fact.ts";
import { moneyOf } from "../../src/model/money.ts";
import { cellsOf } from "../write/unzip.ts";
import { CONTRADICTION, DISCLOSURE, sandbox, write, yusuan } from "./capture.ts";

describe("yusuan three-public", () => {
  test("prints JSON, names what cannot be read and exits 1", async () => {
    const folder = sandbox();
    const good = write(folder, "a.txt", DISCLOSURE);
    const bad = write(folder, "b.txt", "");
    const { code, stdout, stderr } = await yusuan("three-public", good, bad, "--json");
    expect(code).toBe(1);
    expect(stderr).toBe(`yusuan: ${bad}: the file is empty\n`);
    const figures: ThreePublicFigure[] = JSON.parse(stdout);
    expect(figures.map(({ item, amount, state, line }) => [item, amount, state, line])).toEqual([
      ["three_public", "9.00", "printed", "18"],
      ["three_public.overseas", "", "nil", ""],
      ["three_public.vehicle", "6.00", "printed", "18"],
      ["three_public.vehicle.purchase", "", "nil", ""],
      ["three_public.vehicle.operation", "6.00", "printed", "18"],
      ["three_public.reception", "3.00", "printed", "18"],
    ]);
  });

  test("prints CSV", async () => {
    const file = write(sandbox(), "a.txt", DISCLOSURE);
    const { stdout } = await yusuan("three-public", file, "--csv");
    expect(stdout.split("\n")).toHaveLength(8);
    expect(stdout).toContain(",three_public.vehicle,6.00,");
  });

  test("writes a new file in the format of its name, with the same columns, and over none", async () => {
    const folder = sandbox();
    const file = write(folder, "a.txt", DISCLOSURE);
    const [csv, json, xlsx] = ["b.csv", "b.json", "b.xlsx"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const out of [csv, json, xlsx])
      expect((await yusuan("three-public", file, "--out", out)).code).toBe(0);
    const columns = readFileSync(csv, "utf8").replace("\ufeff", "").split("\n")[0]?.split(",");
    const [figure] = JSON.parse(readFileSync(json, "utf8"));
    expect(Object.keys(figure).sort()).toEqual(columns?.toSorted());
    const cells = cellsOf(readFileSync(xlsx), 1);
    // The same columns in words, and the place that each line links to.
    const headings = [...cells].filter(([ref]) => /^[A-Z]+1$/.test(ref)).map(([, text]) => text);
    expect(headings).toHaveLength((columns?.length ?? 0) + 1);
    expect(headings.slice(0, 3)).toEqual(['"Source"', '"Document"', '"Division code"']);
    expect(cells.get("I2")).toBe('"Three public"');
    const again = await yusuan("three-public", file, "--out", csv);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("is there already")]);
  });

  test("tells an item that a sentence says there is none of from one that is not found", async () => {
    const text = [
      "云山市档案局2024年部门预算",
      "三、“三公”经费支出预算情况说明",
      "2024年“三公”经费预算3.00万元，未安排因公出国（境）费，其中公务接待费3.00万元。",
    ].join("\n\n");
    const folder = sandbox();
    const path = write(folder, "a.txt", text);
    const { figures } = await threePublic({ name: "a.txt", path, state: folder });
    expect(figures.map(({ item, state, amount }) => [item, state, amount])).toEqual([
      ["three_public", "printed", "3.00"],
      ["three_public.overseas", "nil", ""],
      ["three_public.reception", "printed", "3.00"],
    ]);
  });

  test("finds a disclosure's figures in a process", async () => {
    const folder = sandbox();
    const path = write(folder, "a.txt", DISCLOSURE);
    const read = await threePublic({ name: "a.txt", path, state: folder });
    expect(read.figures).toHaveLength(6);
  });

  test("puts the files of one office together, and keeps offices apart", async () => {
    const folder = sandbox();
    const text =
      "三、“三公”经费支出预算情况说明\n\n2024年“三公”经费预算9.00万元，比2023年减少1.00万元，主要原因是压减开支。\n";
    write(folder, "a/tables.txt", DISCLOSURE);
    write(folder, "a/text.txt", `兰考县档案馆2024年部门预算\n\n${text}`);
    write(folder, "a/copy.txt", DISCLOSURE);
    write(folder, "b/other.txt", DISCLOSURE.replace("兰考县档案馆", "兰考县司法局"));
    const { code, stdout } = await yusuan("three-public", folder, "--json");
    expect(code).toBe(0);
    const figures: ThreePublicFigure[] = JSON.parse(stdout);
    const totals = figures.filter(({ item }) => item === "three_public");
    expect(totals).toMatchObject([
      { department: "兰考县档案馆", amount: "9.00", change: "decrease", change_amount: "1.00" },
      { department: "兰考县司法局", amount: "9.00", change: "" },
    ]);
    expect(totals[0]?.reason).toBe("压减开支");
    const { stdout: table } = await yusuan("three-public", folder);
    expect(table.match(/^兰考县\S+ 2024 预算/gmu)).toHaveLength(2);
  });

  test("shows figures by department, with their place, change and reason", () => {
    const figure: ThreePublicFigure = {
      source: "a.pdf",
      document: "d0123456789abcdef",
      division_code: "410225",
      department: "兰考县档案馆",
      year: "2024",
      stage: "budget",
      scope: "department",
      period: "current",
      item: "three_public",
      amount: "9.00",
      unit: "万元",
      state: "printed",
      status: "proved",
      ...{ status_reason: "", place: "p. 12", sentence: "", previous: "" },
      page: "12",
      line: "",
      change: "decrease",
      change_amount: "1.00",
      change_percent: "10",
      reason: "压减开支",
    };
    const shown = threePublicTable([
      figure,
      {
        ...figure,
        item: "three_public.reception",
        amount: "13.00",
        page: "",
        line: "7",
        change: "none",
        reason: "",
      },
      {
        ...figure,
        period: "previous",
        change: "",
        change_amount: "",
        change_percent: "",
        reason: "",
      },
    ]);
    expect(shown).toBe(`兰考县档案馆 2024 预算  a.pdf
                   万元  status  place   change         reason
  “三公”经费合计   9.00  proved  p. 12   减少 1.00 10%  压减开支
    公务接待费    13.00  proved  line 7  持平

兰考县档案馆 2024之上年 预算  a.pdf
                  万元  status  place  change  reason
  “三公”经费合计  9.00  proved  p. 12
`);
  });
});

describe("yusuan inspect", () => {
  test("shows tables, columns with their meaning, and rows", async () => {
    const path = write(sandbox(), "a.txt", DISCLOSURE);
    const shown = await inspect({ name: "a.txt", path, show: "rows" });
    expect(shown).toMatch(/^Department +兰考县档案馆$/m);
    expect(shown).toMatch(/^== three-public {2}2024年“三公”经费支出表\nline 14 · budget · 万元/m);
    expect(shown).toMatch(
      /^ +4 +公务用车购置及运行费 › 公务用车运行费 +amount +item=three_public.vehicle.operation$/m,
    );
    expect(shown).toMatch(/^ +2 +八、社会保障和就业 +20\.00/m);
    expect(await inspect({ name: "a.txt", path, show: "text" })).not.toContain(
      "八、社会保障和就业",
    );
  });

  test("shows what does not add up", async () => {
    const path = write(sandbox(), "a.txt", CONTRADICTION);
    const shown = await inspect({ name: "a.txt", path, show: "rows" });
    expect(shown).toMatch(/^ +! identity fails .*: .+$/m);
    expect(shown).toContain("70.00 !");
  });

  test("says what does not add up in the language that is asked for", async () => {
    const path = write(sandbox(), "a.txt", CONTRADICTION);
    const task = { name: "a.txt", path, show: "text" } as const;
    // 100 + 70 against 120: 50 too much.
    expect(await inspect(task)).toMatch(
      /^ +! identity fails .*differs from .*: 120 against 170, off by -50 万元/m,
    );
    expect(await inspect({ ...task, language: "zh" })).toMatch(
      /^ +! 勾稽关系·不符（第\d行，原文第\d+行）：.*（收支总表第\d行）.*不符：一方为120，另一方为170，相差-50万元/m,
    );
  });

  test("speaks Chinese to the last label where that is asked for, behind the command as well", async () => {
    const file = write(sandbox(), "a.txt", CONTRADICTION);
    const { stdout } = await yusuan("inspect", file, "--lang", "zh");
    expect(stdout).toMatch(/^部门 +/m);
    expect(stdout).toContain("加总关系：4个成立，1个不成立");
    expect(stdout).toContain("数字：无记号已证实，~ 已修复");
    // Ids of coordinates and formats stay; no other word is English.
    const words = stdout.replace(
      /^== \S+|[a-z_]+=\S+|\((?:text)\)|\S*a\.txt|\bd[0-9a-f]{16}\b/gm,
      "",
    );
    expect(words.match(/[A-Za-z]{2,}/g)).toBeNull();
  });

  test("counts the identities of each table, and lists those that fail with their gap", async () => {
    const sound = write(sandbox(), "a.txt", DISCLOSURE);
    const listed = await inspect({ name: "a.txt", path: sound, show: "text", identities: true });
    // 120 = 120 three times, 120 = 100 + 20, income against expenditure.
    expect(listed).toMatch(/^== income-expenditure-summary .*\n.*\n.*\nidentities: 5 hold$/m);
    expect(listed).toMatch(
      /^ {2}\+ column: 本年支出合计 › .* is the rows below it: 120 against 120$/m,
    );
    // 9 = 6 + 3, 6 = 6.
    expect(listed).toMatch(/^== three-public .*\n.*\n.*\nidentities: 2 hold$/m);
    expect(listed).toMatch(/^ {2}\+ row: 合计 .* is the columns of its row: 9 against 9$/m);
    const plainly = await inspect({ name: "a.txt", path: sound, show: "text" });
    expect(plainly).toContain("identities: 2 hold\n");
    expect(plainly).not.toContain("9 against 9");

    const path = write(sandbox(), "a.txt", CONTRADICTION);
    const shown = await inspect({ name: "a.txt", path, show: "text" });
    expect(shown).toContain("identities: 4 hold, 1 fails\n");
    expect(shown.match(/120 against 170/g)).toHaveLength(1);
  });

  test("lists no identities in JSON", async () => {
    const file = write(sandbox(), "a.txt", DISCLOSURE);
    const { code, stderr } = await yusuan("inspect", file, "--json", "--identities");
    expect(code).toBe(2);
    expect(stderr).toContain("--identities");
  });

  test("prints the grids as they are, and the disclosure, as JSON", async () => {
    const path = write(sandbox(), "a.txt", DISCLOSURE);
    const grids = JSON.parse(await inspect({ name: "a.txt", path, show: "grids" }));
    expect(grids).toHaveLength(2);
    expect(grids[0].rows[2]).toEqual(["一、一般公共预算", "120.00", "一、一般公共服务", "100.00"]);
    expect(grids[0].cells).toContainEqual([2, 2, 1, 1, "120.00"]);
    const disclosure = JSON.parse(await inspect({ name: "a.txt", path, show: "json" }));
    expect(disclosure.identity).toMatchObject({ department: "兰考县档案馆", year: "2024" });
  });

  test("prints what was asked for, or names the file and the reason and exits 3", async () => {
    const file = write(sandbox(), "a.txt", DISCLOSURE);
    expect((await yusuan("inspect", file)).stdout).toMatch(/^Source +.*a.txt \(text\)$/m);
    expect(await yusuan("inspect", "gone.pdf")).toEqual({
      code: 3,
      stdout: "",
      stderr: "yusuan: gone.pdf: no such file or folder\n",
    });
  });

  test("draws the pages of a PDF, and of nothing else", async () => {
    const folder = sandbox();
    const text = write(folder, "a.txt", DISCLOSURE);
    await expect(draw({ name: "a.txt", path: text, folder })).rejects.toThrow(
      "only the pages of a PDF",
    );
    const path = write(folder, "a.pdf", onePage("Budget 2024"));
    const pages = join(folder, "pages");
    expect(await draw({ name: "a.pdf", path, folder: pages })).toBe(1);
    const svg = readFileSync(join(pages, "page-001.svg"), "utf8");
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain(">B<");
  });
});

/** A PDF of one line of text. */
function onePage(text: string): string {
  const content = `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let pdf = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets
    .map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`)
    .join("");
  return `${pdf}xref\n0 6\n0000000000 65535 f \n${entries}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
}

describe("why a figure is not proved", () => {
  const fact = { tableIndex: 0, status: "unproved", reasons: ["no-sum"] } as const;
  const facts = [
    { row: 4, column: 2, money: moneyOf("5.06", "万元"), ...fact },
    { row: 5, column: 2, money: moneyOf("7.00", "万元"), ...fact },
    { row: 6, column: 2, money: moneyOf("9.00", "万元"), ...fact, status: "proved", reasons: [] },
    {
      ...{ row: 7, column: 3, money: moneyOf("1.00", "万元"), ...fact },
      ...{ status: "conflict", reasons: ["identity-fails", "scale-doubtful"] },
    },
  ] as unknown as Fact[];

  test("is said in words, once for all with the same reasons", () => {
    expect(reasonLines(facts, "en")).toBe(
      "  ? unproved: no sum of two or more parts takes in this figure: row 4 [2] 5.06, row 5 [2] 7.00\n" +
        "  ! conflict: something that must hold with it fails, and nothing explains the failure; the unit of its amounts is in doubt: row 7 [3] 1.00\n",
    );
    expect(reasonLines(facts.slice(0, 1), "zh")).toBe(
      "  ? 未证实：没有任何两项以上的加总能印证这个数字：第4行[2] 5.06\n",
    );
  });

  test("is said in the language of the locale, unless another is asked for", () => {
    expect(languageOf(undefined, { LANG: "zh_CN.UTF-8" })).toBe("zh");
    expect(languageOf(undefined, { LC_ALL: "C.UTF-8", LANG: "zh_CN.UTF-8" })).toBe("en");
    expect(languageOf("zh", { LANG: "de_DE.UTF-8" })).toBe("zh");
    expect(languageOf(undefined, {})).toBe("en");
  });
});

describe("yusuan codes", () => {
  test("finds codes and names", async () => {
    const { code, stdout } = await yusuan("codes", "2210201");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^功能分类 +2210201 +住房公积金 /);
    const named = JSON.parse(
      (await yusuan("codes", "住房公积金", "--json", "--year", "2024")).stdout,
    );
    expect(named.map((found: { code: string }) => found.code)).toContain("30113");
  });

  test("gives a name no second time as its alias", async () => {
    const { stdout } = await yusuan("codes", "50601", "--json");
    const found: { name: string; aliases: string[] }[] = JSON.parse(stdout);
    expect(found.map(({ name, aliases }) => [name, aliases])).toEqual([
      ["资本性支出（一）", []],
      ["资本性支出", ["资本性支出（一）"]],
    ]);
  });

  test("says that it knows nothing like it and exits 3", async () => {
    expect(await yusuan("codes", "没有这个科目")).toEqual({
      code: 3,
      stdout: "",
      stderr: 'yusuan: the catalogue has no code or name like "没有这个科目"\n',
    });
  });
});

test.each(["extract", "run", "merge", "verify", "inspect", "three-public", "codes"])(
  "%s explains itself with an example",
  async (command) => {
    const { code, stdout } = await yusuan(command, "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: yusuan ${command} `));
    expect(stdout).toMatch(new RegExp(`Examples?:\\n[^]*yusuan ${command} `));
  },
);

test("--help and --version exit 0", async () => {
  const help = await yusuan("--help");
  expect(help.code).toBe(0);
  expect(help.stdout).toContain("Exit codes: 0 all done");
  expect(await yusuan("--version")).toEqual({ code: 0, stdout: `${version()}\n`, stderr: "" });
});
