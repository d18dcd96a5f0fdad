import { z } from "zod";
import { FLOWS, FUNDS, ITEMS, KINDS, PERIODS, STAGES } from "../../model/coordinates.ts";

/** What a heading of keys may say that its column holds. */
const ROLES = [
  "attribute",
  "change",
  "label",
  "function",
  "economic",
  "gov-economic",
  "unit-code",
  "unit-name",
  "project-code",
  "project-name",
  "project-type",
] as const;

function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, { error: `one of ${words.join(", ")}` }).optional();
}

function keysOf<const Tree extends object>(tree: Tree) {
  return Object.keys(tree) as (keyof Tree & string)[];
}

const text = z.string({ error: "text" }).trim().min(1, { error: "text that is not empty" });

const meaning = z.strictObject({
  flow: oneOf(FLOWS),
  fund: oneOf(keysOf(FUNDS)),
  kind: oneOf(keysOf(KINDS)),
  item: oneOf(keysOf(ITEMS)),
  period: oneOf(PERIODS),
  stage: oneOf(STAGES),
  role: oneOf(ROLES),
  /** A row that is the sum of those that stand with it. */
  total: z.literal(true, { error: "true" }).optional(),
  /** The word has another meaning without this vocabulary, and is meant to lose it. */
  replaces: z.literal(true, { error: "true" }).optional(),
});

/** A word by its meaning, or by another word that is known and means the same. */
const words = z
  .record(text, z.union([text, meaning], { error: "a word that is known, or a meaning" }))
  .optional();

const code = z.string().regex(/^\d{3}(?:\d\d){0,2}$/, { error: "a code of 3, 5 or 7 digits" });
const year = z
  .union([z.int().transform(String), z.string()], { error: "a year" })
  .pipe(z.string().regex(/^(?:19|20)\d\d$/, { error: "a year of four digits" }));
const subject = z.union(
  [
    text.transform((name) => ({ name })),
    z.strictObject({ name: text, from: year.optional(), to: year.optional() }),
  ],
  { error: "a name, or name, from and to" },
);
const names = z.union([text.transform((one) => [one]), z.array(text)], {
  error: "a name, or a list of names",
});

function classified<Value extends z.ZodType>(value: Value) {
  const codes = z.record(code, value).optional();
  return z
    .strictObject(
      { function: codes, economic: codes, "gov-economic": codes },
      { error: "a mapping" },
    )
    .optional();
}

/** A vocabulary as its author wrote it: words that the taxonomy lacks. */
export const ownSchema = z.strictObject(
  {
    /** Titles of tables, each by the title or the id of the standard table that it is. */
    titles: z.record(text, text, { error: "a mapping of titles" }).optional(),
    /** Headings of columns. What a heading means holds for a row of that name too. */
    headings: words,
    /** Names of rows without a code. */
    rows: words,
    /** Subjects that the catalogue lacks: code, name, and the years in which it has that name. */
    subjects: classified(subject),
    /** Further names of subjects, by code. */
    aliases: classified(names),
  },
  { error: "a mapping of titles, headings, rows, subjects and aliases" },
);

export type DeclaredWords = z.infer<typeof ownSchema>;
export type DeclaredMeaning = z.infer<typeof meaning>;

/** What may stand in a meaning, and in the sections of subjects. */
export const meaningKeys: readonly string[] = Object.keys(meaning.shape);
export const subjectKeys = {
  dimensions: ["function", "economic", "gov-economic"],
  entry: ["name", "from", "to"],
} as const;
