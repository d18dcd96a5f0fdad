import type { Check } from "./check.ts";

/**
 * A source that cannot be used: empty, binary, encrypted, no disclosure, no year …
 * The message is one line for the user that gives the reason, and the page where there is one; the caller adds the file.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  /** What it prints all the same, and is not read because of this; empty where that is not known. */
  readonly checks: readonly Check[];

  constructor(message: string, checks: readonly Check[] = []) {
    super(message);
    this.checks = checks;
  }
}

/** A wrong option, pipeline or output folder: the user's call, not the document. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
