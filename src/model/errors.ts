import type { Check } from "./check.ts";

/**
 * Why a file gives nothing.
 * - `missing`: it is not there, or a folder or pattern names nothing
 * - `permission`, `unreadable`: the system does not give it out
 * - `duplicate`: another file has the same bytes
 * - `format`: neither PDF, Excel, Word nor text; `empty`: no bytes
 * - `encrypted`, `damaged`: it cannot be opened, or breaks off
 * - `too-large`: it has more bytes, pages, lines, columns or cells than are read
 * - `scan`: pages without a text layer
 * - `no-disclosure`: neither a standard table nor a sentence that states a figure
 * - `no-department`, `no-year`, `no-unit`: nothing says whose, when, or how much
 * - `stopped`: it took more time or memory than it may, or brought its process down
 * - `unexpected`: a fault of ours
 */
export const FILE_REASONS = [
  ...(["missing", "permission", "unreadable", "duplicate", "format", "empty"] as const),
  ...(["encrypted", "damaged", "too-large", "scan", "no-disclosure"] as const),
  ...(["no-department", "no-year", "no-unit", "stopped", "unexpected"] as const),
] as const;
export type FileReason = (typeof FILE_REASONS)[number];

/**
 * A source that cannot be used: empty, binary, encrypted, no disclosure, no year …
 * The message is one line for the user that gives the reason, and the page where there is one; the caller adds the file.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  /** Why, as a code that programs can ask for. */
  readonly why: FileReason;
  /** What it prints all the same, and is not read because of this; empty where that is not known. */
  readonly checks: readonly Check[];

  constructor(message: string, why: FileReason = "damaged", checks: readonly Check[] = []) {
    super(message);
    this.why = why;
    this.checks = checks;
  }
}

/** A wrong option, pipeline or output folder: the user's call, not the document. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
