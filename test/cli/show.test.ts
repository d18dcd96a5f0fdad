import { describe, expect, test } from "vitest";
import { version } from "../../src/cli/version.ts";
import { DISCLOSURE, sandbox, write, yusuan } from "./capture.ts";

describe("yusuan three-public", () => {
  test("shows the figures with status and place", async () => {
    const file = write(sandbox(), "a.txt", DISCLOSURE);
    const { code, stdout } = await yusuan("three-public", file);
    expect(code).toBe(0);
    const [head, , ...rows] = stdout.trimEnd().split("\n");
    expect(head).toBe(`兰考县档案馆 2024 预算  ${file}`);
    expect(
      rows.map((row) =>
        row
          .trim()
          .split(/\s{2,}/)
          .slice(0, 2),
      ),
    ).toEqual([
      ["“三公”经费合计", "9.00"],
      ["公务用车购置及运行费", "6.00"],
      ["公务用车运行费", "6.00"],
      ["公务接待费", "3.00"],
    ]);
    expect(rows.every((row) => row.endsWith("line 18"))).toBe(true);
  });

  test("prints JSON and CSV, and names what cannot be read", async () => {
    const folder = sandbox();
    const good = write(folder, "a.txt", DISCLOSURE);
    const bad = write(folder, "b.txt", "");
    const json = await yusuan("three-public", good, bad, "--json");
    expect(json.code).toBe(1);
    expect(json.stderr).toBe(`yusuan: ${bad}: the file is empty\n`);
    const figures = JSON.parse(json.stdout);
    expect(figures[3]).toMatchObject({
      item: "three_public.reception",
      amount: "3.00",
      line: "18",
    });
    const csv = await yusuan("three-public", good, "--csv");
    expect(csv.stdout.split("\n")).toHaveLength(6);
    expect(csv.stdout).toContain(",three_public.vehicle,6.00,");
  });
});

describe("yusuan inspect", () => {
  test("shows tables, columns with their meaning, and rows", async () => {
    const file = write(sandbox(), "a.txt", DISCLOSURE);
    const { code, stdout } = await yusuan("inspect", file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Department +兰考县档案馆$/m);
    expect(stdout).toMatch(/^== three-public {2}2024年“三公”经费支出表\nline 14 · budget · 万元/m);
    expect(stdout).toMatch(
      /^ +4 +公务用车购置及运行费 › 公务用车运行费 +amount +item=three_public.vehicle.operation$/m,
    );
    expect(stdout).toMatch(/^ +2 +八、社会保障和就业 +20\.00/m);
  });

  test("prints the grids as they are, and the disclosure, as JSON", async () => {
    const file = write(sandbox(), "a.txt", DISCLOSURE);
    const grids = JSON.parse((await yusuan("inspect", file, "--grids")).stdout);
    expect(grids).toHaveLength(2);
    expect(grids[0].rows[2]).toEqual(["一、一般公共预算", "120.00", "一、一般公共服务", "100.00"]);
    expect(grids[0].cells).toContainEqual([2, 2, 1, 1, "120.00"]);
    const disclosure = JSON.parse((await yusuan("inspect", file, "--json")).stdout);
    expect(disclosure.identity).toMatchObject({ department: "兰考县档案馆", year: "2024" });
  });

  test("names the file and the reason, and exits 3", async () => {
    expect(await yusuan("inspect", "gone.pdf")).toEqual({
      code: 3,
      stdout: "",
      stderr: "yusuan: gone.pdf: no such file or folder\n",
    });
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

  test("says that it knows nothing like it and exits 3", async () => {
    expect(await yusuan("codes", "没有这个科目")).toEqual({
      code: 3,
      stdout: "",
      stderr: 'yusuan: the catalogue has no code or name like "没有这个科目"\n',
    });
  });
});

test.each(["extract", "run", "merge", "inspect", "three-public", "codes"])(
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
