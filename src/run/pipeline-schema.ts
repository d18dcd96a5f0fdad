import { z } from "zod";
import { LANGUAGES } from "../model/message.ts";
import { DATASET_NAMES } from "../write/datasets.ts";

/** File formats of the datasets. CSV and JSON are those of the data contract; the others carry the same figures. */
export const FORMATS = ["csv", "json", "xlsx", "parquet"] as const;
export type Format = (typeof FORMATS)[number];

export const FAIL_ON = ["conflict", "new-failure"] as const;

/**
 * How an output is divided. Each part is an output of its own, of the documents of one year, or of one year and place: the
 * same bytes as a run over these documents alone would write. What changes in one costs nothing in the others.
 */
export const PARTITIONS = ["none", "year", "year-province", "year-city"] as const;
export type Partitions = (typeof PARTITIONS)[number];

/** A whole number, said in words where something else stands. */
function whole(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, { error: `one of ${words.join(", ")}` });
}

const text = z.string({ error: "text" }).min(1, { error: "text that is not empty" });
const texts = z
  .union([text.transform((one) => [one]), z.array(text)], { error: "text, or a list of texts" })
  .readonly();
const yesOrNo = z.boolean({ error: "true or false" });

/** What a pipeline file may say, and the options of the command line too: both are checked here. */
export const pipelineSchema = z.strictObject(
  {
    /** What this run is for; shown in its summary. */
    title: text.optional(),
    /** Folder that all relative paths start from, itself relative to the pipeline file. Defaults to that file's folder. */
    base: text.optional(),
    /** Files, folders and patterns. */
    sources: texts.optional(),
    /** Files that list sources, one a line. */
    lists: texts.optional(),
    /** Patterns of sources to leave out. */
    exclude: texts.optional(),
    /** File of words beside those of the taxonomy (docs/vocabulary.md). */
    vocabulary: text.optional(),
    /** Folder for the datasets. */
    out: text.optional(),
    /** Folder for what makes the next run quick. Defaults to `<out>.state`. */
    state: text.optional(),
    /** Formats to write. Defaults to csv and json. */
    formats: z.array(oneOf(FORMATS), { error: "a list of formats" }).min(1).readonly().optional(),
    /** Combined datasets to write. Defaults to all. */
    datasets: z
      .array(oneOf(DATASET_NAMES), { error: "a list of datasets" })
      .min(1)
      .readonly()
      .optional(),
    /** Whether to write the files of each department. Defaults to true. */
    departments: yesOrNo.optional(),
    /** Whether CSV begins with a byte-order mark, which Excel needs for Chinese. Defaults to true. */
    bom: yesOrNo.optional(),
    /** Whether datasets with many lines are written in parts by year and division, and not as one file. Defaults to false. */
    parts: yesOrNo.optional(),
    /** Language of workbooks. Defaults to Chinese. */
    language: oneOf(LANGUAGES).optional(),
    limits: z
      .strictObject({
        /** Documents at once. Defaults to the number of processors. */
        workers: whole(1, 64).optional(),
        /** Seconds of processor time for one document. Defaults to 60. */
        seconds: whole(1, 86_400).optional(),
        /** Megabytes of memory for one document. Defaults to 1024. */
        memory: whole(64, 65_536).optional(),
        /** Megabytes of the largest file that is read. Defaults to 200. */
        file: whole(1, 2_000).optional(),
      })
      .optional(),
    /** What makes a run fail (exit code 1) although all documents could be read. */
    failOn: z.array(oneOf(FAIL_ON), { error: "a list" }).readonly().optional(),
    /** Take only one part of the sources: `3/16`. */
    shard: text.optional(),
    /** File for the machine-readable report of the run. */
    report: text.optional(),
    /** Sources that are fetched from the web; for `yusuan enqueue`. */
    http: z
      .strictObject({
        /** Files that list addresses, one a line. */
        lists: texts,
        /** Folder that keeps what was fetched. Defaults to `<state>/http`. */
        cache: text.optional(),
        /** Requests a second to one host. Defaults to 1. */
        rate: z
          .number({ error: "a number from 0.01 to 100" })
          .min(0.01, { error: "a number from 0.01 to 100" })
          .max(100, { error: "a number from 0.01 to 100" })
          .optional(),
        /** How the requests call themselves, with an address where a site can complain. */
        agent: text,
      })
      .optional(),
    /** What several machines share; for `yusuan enqueue` and its companions. */
    queue: z
      .strictObject({
        /** What the pipeline is called among others. Defaults to the name of its file. */
        name: text.optional(),
        /** `postgres://user@host:port/name`. Its password belongs in the environment. */
        database: text.optional(),
        /** Where results lie: a folder that all machines have, or `s3://bucket/prefix`. */
        store: text.optional(),
        /** How the output is divided. Defaults to none. */
        partitions: oneOf(PARTITIONS).optional(),
        /** Where the output is copied to: `s3://bucket/prefix`. */
        mirror: text.optional(),
      })
      .optional(),
    /** Whether to read all sources again, changed or not. */
    fresh: yesOrNo.optional(),
  },
  { error: "a mapping of settings" },
);

/** A run as its author wrote it: everything may be left out. */
export type PipelineSpec = z.infer<typeof pipelineSchema>;
