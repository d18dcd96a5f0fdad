import { plainUnit } from "../../assemble/between/shared.ts";
import { UsageError } from "../../model/errors.ts";
import { latestName, lineageOf, through } from "../../run/lineage.ts";
import { bodiesIn, bodyOf, lineagesOf } from "../../run/said.ts";
import type { Successions } from "../../run/successions-file.ts";
import type { SeriesRecord } from "../../write/series.ts";
import { datasetIn } from "../dataset.ts";
import { csvRecords } from "../output.ts";
import { saidIn } from "./said.ts";

/**
 * The series of a department through its names, as the documents say them and as the user does, by year. Its name may be a
 * part of the printed one.
 * Throws UsageError where the output has no series, or several departments have the name.
 */
export async function readSeries(
  out: string,
  department: string,
  successions: Successions = {},
): Promise<SeriesRecord[]> {
  const series = await datasetIn(out, "series");
  if (series === undefined) throw new UsageError(`${out} has no series.csv`);
  const all: SeriesRecord[] = [];
  const said = await saidIn(out);
  const bodies = bodiesIn(said);
  const names = new Set([department, ...namesIn(successions)].map(plainUnit));
  const departments = new Map<string, string>();
  for (const file of series.paths)
    for await (const record of csvRecords(file)) {
      const line = record as SeriesRecord;
      const printed = plainUnit(line.department);
      const isSaid = bodies.has(bodyOf(line));
      if (isSaid) departments.set(bodyOf(line), line.department);
      if (isSaid || printed.includes(plainUnit(department)) || names.has(printed)) all.push(line);
    }
  // Where the user says what came before a name, that is what counts.
  const lineages = { ...lineagesOf(said, departments), ...successions };
  const lineage = lineageOf(latestName(oneOf(department, all), lineages), lineages);
  return all
    .flatMap((line) => {
      const ancestor = lineage.get(plainUnit(line.department));
      return ancestor ? [through(line, ancestor)] : [];
    })
    .sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0));
}

function namesIn(successions: Successions): string[] {
  return Object.entries(successions).flatMap(([name, before]) => [
    name,
    ...before.flatMap(({ from }) => from),
  ]);
}

/** The full name that a name stands for: its own, or the only one that it is a part of. */
function oneOf(department: string, lines: readonly SeriesRecord[]): string {
  const asked = plainUnit(department);
  const named = new Map(lines.map((line) => [plainUnit(line.department), line.department]));
  const exact = named.get(asked);
  if (exact !== undefined) return exact;
  const alike = [...named].flatMap(([plain, name]) => (plain.includes(asked) ? [name] : []));
  if (alike.length > 1)
    throw new UsageError(`several departments are called ${department}: ${alike.join(", ")}`);
  return alike[0] ?? department;
}
