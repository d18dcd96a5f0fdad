import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvFile } from "../../src/write/csv.ts";
import { departmentFiles } from "../../src/write/department-files.ts";
import { disclosure } from "./fixture.ts";

const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** A real spreadsheet reads what we write. Where there is none, other tests look into the files themselves. */
describe.skipIf(!hasLibreOffice)("LibreOffice", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yusuan-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function convert(file: string, to: string, ...more: string[]): void {
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = [profile, "--headless", ...more, "--convert-to", to, "--outdir", folder, file];
    execFileSync("soffice", args, {
      cwd: folder,
      stdio: "ignore",
      timeout: 50_000,
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
  }

  test("opens the workbook, and its amounts are those of the facts", async () => {
    const [file] = await departmentFiles(disclosure(), { formats: ["xlsx"], sourceBase: "/data" });
    await writeFile(join(folder, "budget.xlsx"), file?.bytes ?? "");
    // Every sheet as CSV: UTF-8, the stored value rather than the one shown.
    convert(
      "budget.xlsx",
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    );
    const cells: string[] = [];
    for (const name of await readdir(folder)) {
      if (!/表\.csv$/.test(name)) continue;
      const [, ...rows] = (await readFile(join(folder, name), "utf8")).trimEnd().split("\n");
      cells.push(...rows.flatMap((row) => row.split(",")));
    }
    for (const { money } of disclosure().facts) {
      expect(cells, money.published).toContain(String(Number(money.published)));
    }
    expect(cells).toContain("=扫描仪");
  });

  test("sees no formula in a CSV file, whatever a document prints", async () => {
    const texts = [
      "=1+1",
      "+1+1",
      "-1+1",
      "@SUM(1)",
      "\t=1+1",
      " =1+1",
      "＝1+1",
      "'=1+1",
      "=",
      "-",
    ];
    await writeFile(
      join(folder, "texts.csv"),
      await csvFile(
        ["a"],
        texts.map((text) => [text]),
      ),
    );
    await writeFile(join(folder, "raw.csv"), "a\n=1+1\n");
    // Formulas are evaluated on opening, as in a program that trusts the file.
    const trusting = "--infilter=CSV:44,34,76,1,,0,false,true,false";
    convert("texts.csv", "fods", trusting);
    convert("raw.csv", "fods", trusting);
    expect(await readFile(join(folder, "raw.fods"), "utf8")).toContain("table:formula");
    expect(await readFile(join(folder, "texts.fods"), "utf8")).not.toContain("table:formula");
  });
});
