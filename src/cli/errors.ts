import { InputError, UsageError } from "../model/errors.ts";
import { EXIT } from "./exit.ts";

/** An error in words, and the exit code that goes with it. */
export function explainError(error: unknown, debug: boolean): { lines: string[]; code: number } {
  if (isInterrupt(error)) {
    return {
      lines: ["yusuan: stopped; what was written is whole, and the next run goes on from here"],
      code: EXIT.interrupted,
    };
  }
  const lines: string[] = [];
  const message = error instanceof Error ? error.message : String(error);
  const expected = error instanceof UsageError || error instanceof InputError;
  for (const line of message.split("\n")) lines.push(`yusuan: ${line}`);
  if (expected) {
    return { lines, code: error instanceof UsageError ? EXIT.usage : EXIT.nothingRead };
  }
  if (isFull(error)) {
    lines[0] = `yusuan: the disk is full (${message}); nothing was left half-written: free some space and run again`;
    return { lines, code: EXIT.someFailed };
  }
  lines[0] = `yusuan: unexpected error: ${message}`;
  if (debug && error instanceof Error && error.stack) lines.push(error.stack);
  else lines.push("Run it again with --debug to see where it comes from.");
  return { lines, code: EXIT.someFailed };
}

function isInterrupt(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function isFull(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT"].includes(String(error.code))
  );
}
