import { LIMITS } from "./limits.ts";

/** What pdf.js's two halves say to each other, as far as we look into it. */
interface Message {
  readonly chunk?: { readonly fnArray?: unknown[]; readonly argsArray?: unknown[] };
}
type Listener = (event: { data: unknown }) => void;

/** Raised inside pdf.js's parser when a page asks for more operations than we take. */
class OperatorBomb extends Error {}

/**
 * Joins pdf.js's parsing half to its calling half in one thread.
 *
 * pdf.js has such a port itself, which copies every message; here they pass by reference (a fifth of the parse saved), and
 * operations are counted on the way, so that forms that multiply each other (ten of ten of ten …) stop early.
 */
export class DirectPort {
  #listeners = new Set<Listener>();
  #operators = 0;

  /** True once the page under way has passed the limit of operations: what it gives is incomplete. */
  get overflowed(): boolean {
    return this.#operators > LIMITS.operators;
  }

  /** Starts the count anew, before a page. */
  startPage(): void {
    this.#operators = 0;
  }

  postMessage(message: unknown): void {
    const data = this.#count(message as Message);
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

  /** pdf.js empties a chunk's arrays as soon as it is posted, so they alone are copied. */
  #count(message: Message): Message {
    const { chunk } = message;
    if (!chunk?.fnArray || !chunk.argsArray) return message;
    this.#operators += chunk.fnArray.length;
    if (this.overflowed) throw new OperatorBomb();
    return {
      ...message,
      chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() },
    };
  }
}
