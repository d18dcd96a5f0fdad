import { LIMITS } from "./limits.ts";

/** What pdf.js's two halves say to each other, as far as we look into it. */
interface Message {
  readonly sourceName?: string;
  readonly stream?: unknown;
  /** Of a stream that ends before its time. */
  readonly reason?: unknown;
  readonly chunk?: { readonly fnArray?: unknown[]; readonly argsArray?: unknown[] };
}
type Listener = (event: { data: unknown }) => void;

/**
 * Joins pdf.js's parsing half to its calling half in one thread.
 *
 * pdf.js has such a port itself, which copies every message; here they pass by reference (a fifth of the parse saved), and
 * operations are counted on the way, so that forms that multiply each other (ten of ten of ten …) stop early.
 */
export class DirectPort {
  #listeners = new Set<Listener>();
  #operators = 0;
  #failed = false;

  #overflow: () => void = () => {};

  /** Starts the count anew, before a page. The promise settles only if the page passes the limit. */
  startPage(): Promise<"overflow"> {
    this.#operators = 0;
    this.#failed = false;
    return new Promise((resolve) => {
      this.#overflow = () => resolve("overflow");
    });
  }

  /** Whether the page's operations broke off: pdf.js then makes do with those that it has. */
  get failed(): boolean {
    return this.#failed;
  }

  postMessage(message: unknown): void {
    const data = this.#counted(message as Message);
    if (!data) return;
    queueMicrotask(() => {
      for (const listener of [...this.#listeners]) listener.call(this, { data });
    });
  }

  addEventListener(_type: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }

  /**
   * pdf.js empties a chunk's arrays as soon as it is posted, so they alone are copied. Beyond the limit nothing is passed on:
   * the parser waits for its reader and stops by itself.
   */
  #counted(message: Message): Message | undefined {
    const { chunk, stream, reason, sourceName } = message;
    if (stream && reason && sourceName?.endsWith("_worker")) this.#failed = true;
    if (!chunk?.fnArray || !chunk.argsArray) return message;
    this.#operators += chunk.fnArray.length;
    if (this.#operators > LIMITS.operators) {
      this.#overflow();
      return undefined;
    }
    return {
      ...message,
      chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() },
    };
  }
}
