/**
 * Commands that are killed at seeded operations on files, over small documents of the samples, and what they leave.
 * `npm run kills [-- KILLS [SEED]]`, after a build.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DISCLOSURE } from "../cli/disclosure.ts";
import { killing } from "../run/kills.ts";

const from = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const [kills = 200, seed = 2024] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "yusuan-kills-"));
try {
  const outcome = killing({
    ...{ folder, kills, seed, inARow: 5 },
    cli: [from("dist/cli/main.js")],
    document: (department, amount) =>
      DISCLOSURE.replace("兰考县档案馆", `兰考县${department}`).replaceAll("20.00", amount),
    documents: ["samples/jiangsu-unit-budget-2023.txt", "samples/shandong-budget-2024.md"].map(
      from,
    ),
  });
  console.table(outcome.kills);
  for (const fault of outcome.faults) console.error(fault);
  if (outcome.faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
