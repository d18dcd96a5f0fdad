import { randomUUID } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { csvFile } from "../write/csv.ts";
import type { Output } from "./output.ts";
import { type Review, standing } from "./review.ts";

/** Beside the datasets, and none of them: a run leaves it as it is. */
export const REVIEWS_FILE = "reviews.jsonl";

/** What the page asks to be noted of a figure. */
const ASKED = z.strictObject({
  act: z.enum(["confirm", "correct", "publisher-error", "undo"]),
  disclosure: z.string().max(1_000),
  fact: z.string().max(200),
  by: z.string().trim().min(1).max(100),
  /** As it should read, in the unit that is printed. */
  amount: z
    .string()
    .regex(/^-?\d{1,15}(?:\.\d{1,6})?$/)
    .optional(),
  reason: z.string().trim().max(2_000).optional(),
});

export interface Reviews {
  /** Who asks, as this machine knows them, and what stands of all that was noted. */
  all(): Promise<{ readonly by: string; readonly reviews: readonly Review[] }>;
  /** Notes one more; undefined where there is no such figure, or the words are none. */
  add(asked: unknown): Promise<Review | undefined>;
}

/** Checks by hand, kept line by line: nothing in the file is ever changed, an undo is a line of its own. */
export function reviewsOf(output: Output): Reviews {
  const path = join(output.folder, REVIEWS_FILE);

  async function all() {
    return { by: userInfo().username, reviews: standing(await linesIn(path)) };
  }

  async function add(asked: unknown): Promise<Review | undefined> {
    const { data } = ASKED.safeParse(asked);
    if (data === undefined) return undefined;
    const needsReason = data.act === "correct" || data.act === "publisher-error";
    if (needsReason && !data.reason) return undefined;
    if ((data.act === "correct") !== (data.amount !== undefined)) return undefined;
    const fact = await printed(data.disclosure, data.fact);
    if (fact === undefined) return undefined;
    const review: Review = { id: randomUUID(), at: new Date().toISOString(), ...data, ...fact };
    await appendFile(path, `${JSON.stringify(review)}\n`);
    return review;
  }

  /** Where a figure stands and what is printed there, as the data has it. */
  async function printed(disclosure: string, id: string) {
    const json = await output.disclosure(disclosure);
    if (json === undefined) return undefined;
    const { document: leading, facts } = JSON.parse(json) as {
      document: string;
      facts: readonly Readonly<Record<string, string | number | undefined>>[];
    };
    const fact = facts.find((each) => each.fact === id);
    if (fact === undefined) return undefined;
    const text = (name: string) => String(fact[name] ?? "");
    return {
      document: text("document") || leading,
      ...{ place: text("place"), page: text("page"), bbox: text("bbox"), line: text("line") },
      ...{ published: text("published"), unit: text("unit"), status: text("status") },
    };
  }

  return { all, add };
}

const COLUMNS = [
  ...(["fact", "document", "disclosure", "place", "page", "bbox", "line"] as const),
  ...(["published", "unit", "status", "act", "amount", "reason", "by", "at"] as const),
] as const;

/** What stands, for spreadsheets: `fact` leads to facts.csv, and `review` says what was found. */
export function reviewsCsv(reviews: readonly Review[]): Promise<string> {
  const headings = COLUMNS.map((name) => (name === "act" ? "review" : name));
  const rows = reviews.map((review) => COLUMNS.map((name) => review[name] ?? ""));
  return csvFile(headings, rows);
}

async function linesIn(path: string): Promise<Review[]> {
  let text = "";
  try {
    text = await readFile(path, "utf8");
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line) => {
    try {
      const review = JSON.parse(line) as Review;
      return typeof review === "object" && typeof review?.act === "string" ? [review] : [];
    } catch {
      // A line that broke off as the machine went down is no review; the others stand.
      return [];
    }
  });
}
