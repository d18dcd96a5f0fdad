import { z } from "zod";
import { UsageError } from "../model/errors.ts";
import { parseSettings, settingsText } from "./yaml-file.ts";

const text = z.string({ error: "text" }).trim().min(1, { error: "text that is not empty" });
const year = z
  .union([z.int().transform(String), z.string()], { error: "a year" })
  .pipe(z.string().regex(/^(?:19|20)\d\d$/, { error: "a year of four digits" }));

const succession = z.strictObject(
  {
    /** One name: the department goes on under another. Several: they were merged. */
    from: z.union([text.transform((one) => [one]), z.array(text).min(1)], {
      error: "a name, or a list of names",
    }),
    /** The first year of the later name. */
    since: year,
    /** What says so: a document, a reform. */
    because: text,
  },
  { error: "a succession: from, since, because" },
);

const schema = z.strictObject(
  {
    /** Later names, each with what came before it. */
    departments: z.record(text, z.array(succession, { error: "a list of successions" }), {
      error: "a mapping of names",
    }),
  },
  { error: "a mapping of departments" },
);

/** How departments were called before, as a user says it. */
export type Successions = z.infer<typeof schema>["departments"];

/** Reads a list of successions (YAML). Throws UsageError with file and line for each thing that is wrong in it. */
export function readSuccessions(file: string): Successions {
  return parseSuccessions(settingsText(file, "the successions"), file);
}

/** @param file only names the list in errors: `successions.yaml:4: departments.…: …`. */
export function parseSuccessions(source: string, file: string): Successions {
  const { settings, lineOf } = parseSettings(source, file, schema, (path) =>
    path.length === 0 ? ["departments"] : ["from", "since", "because"],
  );
  const { departments } = settings;
  const wrong = Object.keys(departments).filter((name) => leadsTo(name, name, departments));
  if (wrong.length > 0) {
    const told = wrong.map((name) => ({ line: lineOf(["departments", name]), name }));
    throw new UsageError(
      told
        .map(({ line, name }) => `${file}:${line}: departments.${name}: comes before itself`)
        .join("\n"),
    );
  }
  return departments;
}

/** Whether a name came before another, directly or by others. */
function leadsTo(
  name: string,
  later: string,
  all: Successions,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (seen.has(later)) return false;
  const before = (all[later] ?? []).flatMap(({ from }) => from);
  return before.some((one) => one === name || leadsTo(name, one, all, new Set([...seen, later])));
}
