/**
 * Errors of pdf.js that it forgot to catch: with a broken cross-reference table some of its promises reject unseen, which
 * ends a Node process. While a document is open they are caught here, so that the page can be named instead.
 */
const watching = new Set<StrayErrors>();

/** pdf.js's own classes of errors, by name: anything else is not ours to catch. */
const OWN = /Exception$|^FormatError$/;

export class StrayErrors {
  #seen: Error[] = [];

  constructor() {
    if (watching.size === 0) process.on("unhandledRejection", note);
    watching.add(this);
  }

  add(error: Error): void {
    this.#seen.push(error);
  }

  /** The first error since the last call. */
  take(): Error | undefined {
    const [first] = this.#seen;
    this.#seen = [];
    return first;
  }

  stop(): void {
    watching.delete(this);
    if (watching.size === 0) process.off("unhandledRejection", note);
  }
}

function note(reason: unknown): void {
  const ours = reason instanceof Error && OWN.test(reason.name);
  // Alone, this listener must not hide what Node would have ended the process for.
  if (!ours && process.listenerCount("unhandledRejection") === 1) throw reason;
  if (!ours) return;
  for (const errors of watching) errors.add(reason);
}
