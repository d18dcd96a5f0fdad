import { InputError, UsageError } from "../model/errors.ts";
import { withoutSecrets } from "../store/secrets.ts";
import { unwritable } from "../write/atomic.ts";
import { EXIT } from "./exit.ts";
import { say, translated } from "./words/say.ts";

const FORBIDDEN = new Set(["EACCES", "EPERM", "EROFS"]);

/** An error in words, without secrets, and the exit code that goes with it. */
export function explainError(error: unknown, debug: boolean): { lines: string[]; code: number } {
  const { lines, code } = explained(error, debug);
  return { lines: lines.map((line) => withoutSecrets(line)), code };
}

function explained(error: unknown, debug: boolean): { lines: string[]; code: number } {
  if (isInterrupt(error)) {
    return {
      lines: [said("stopped; what was written is whole, and the next run goes on from here")],
      code: EXIT.interrupted,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (isFull(error)) {
    return {
      lines: [
        said(message),
        say("Nothing was left half-written: free some space, and the next run goes on from here."),
      ],
      code: EXIT.someFailed,
    };
  }
  if (error instanceof UsageError || error instanceof InputError) {
    return {
      lines: message.split("\n").map(said),
      code: error instanceof UsageError ? EXIT.usage : EXIT.nothingRead,
    };
  }
  if (isForbidden(error)) {
    const { path, message } = error;
    return {
      lines: [said(`cannot use ${path ?? message}: ${unwritable(error)}`)],
      code: EXIT.usage,
    };
  }
  const where = debug && error instanceof Error && error.stack;
  return {
    lines: [
      said(`unexpected error: ${message}`),
      where || say("Run it again with --debug to see where it comes from."),
    ],
    code: EXIT.someFailed,
  };
}

/** `yusuan: …`, in the language of this process. */
function said(message: string): string {
  return say("yusuan: {}", translated(message));
}

function isInterrupt(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** What the system does not let this user do, wherever it was tried. */
function isForbidden(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && FORBIDDEN.has(String(error.code));
}

/** A full disk or quota, as the system says it or as the cause of a clearer error. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ("code" in error && ["ENOSPC", "EDQUOT"].includes(String(error.code))) || isFull(error.cause)
  );
}
