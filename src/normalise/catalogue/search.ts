import { DIMENSIONS, type Dimension, type Entry, inForce } from "./entry.ts";
import { plainName } from "./names.ts";
import { knownSubjects } from "./subjects.ts";

/** A subject found, with what else it is called. */
export interface Found extends Entry {
  readonly dimension: Dimension;
  readonly aliases: readonly string[];
}

/**
 * Subjects whose code begins with the query, or whose name or alias contains it; with a year, as they are in that year.
 * By classification, then code, then years.
 */
export function searchCodes(query: string, year?: string): readonly Found[] {
  const asked = query.trim().normalize("NFKC");
  if (asked === "") return [];
  const matches = /^\d+$/.test(asked)
    ? (entry: Entry) => entry.code.startsWith(asked)
    : named(asked);
  return DIMENSIONS.flatMap((dimension) => {
    const entries = [...knownSubjects().versions[dimension].values()].flat();
    return entries
      .map((entry) => ({ ...entry, dimension, aliases: aliasesOf(dimension, entry) }))
      .filter((found) => matches(found, found.aliases))
      .filter((found) => year === undefined || inForce(found, year))
      .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  });
}

function named(query: string): (entry: Entry, aliases: readonly string[]) => boolean {
  const part = plainName(query) || query;
  return (entry, aliases) =>
    [entry.name, ...aliases].some((name) => name.includes(query) || plainName(name).includes(part));
}

/** The other names of a subject: an alias of one of its names may be its name in other years. */
function aliasesOf(dimension: Dimension, { code, name }: Entry): readonly string[] {
  return knownSubjects()
    .aliases.filter((alias) => alias.dimension === dimension && alias.code === code)
    .map((alias) => alias.name)
    .filter((alias) => alias !== name);
}
