import { readDocument } from "./document.ts";
import { jobOf } from "./job.ts";

/** What each child process of a run does with a source. */
export const perform = jobOf(readDocument);
