import { UsageError } from "../model/errors.ts";
import { searchCodes } from "../normalise/catalogue/index.ts";
import { EXIT } from "./exit.ts";
import { columns } from "./terminal.ts";
import { say } from "./words/say.ts";

const CLASSIFICATION = {
  function: "功能分类",
  economic: "部门经济分类",
  "gov-economic": "政府经济分类",
} as const;

/** `yusuan codes QUERY`; exit code 3 if the catalogue has nothing. */
export function printCodes(query: string, options: { year?: string; json?: true }): void {
  if (options.year !== undefined && !/^\d{4}$/.test(options.year)) {
    throw new UsageError(`--year takes four digits, not "${options.year}"`);
  }
  const found = searchCodes(query, options.year);
  if (found.length === 0) {
    const none = say('the catalogue has no code or name like "{}"', query);
    process.stderr.write(`${say("yusuan: {}", none)}\n`);
    process.exitCode = EXIT.nothingRead;
    return;
  }
  if (options.json) {
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  const rows = found.map((entry) => [
    CLASSIFICATION[entry.dimension],
    entry.code,
    entry.name,
    years(entry.validFrom, entry.validTo),
    entry.confidence,
    entry.aliases.length > 0 ? `also ${entry.aliases.join(", ")}` : "",
  ]);
  process.stdout.write(columns(rows));
}

function years(from = "", to = ""): string {
  return from || to ? `${from}–${to}` : say("all years");
}
