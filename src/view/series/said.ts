import type { SuccessionRecord } from "../../write/successions.ts";
import { datasetIn } from "../dataset.ts";
import { csvRecords } from "../output.ts";

/** What the documents of an output say of departments' earlier names. */
export async function saidIn(out: string): Promise<SuccessionRecord[]> {
  const lines: SuccessionRecord[] = [];
  for (const file of (await datasetIn(out, "successions"))?.paths ?? [])
    for await (const line of csvRecords(file)) lines.push(line as SuccessionRecord);
  return lines;
}
