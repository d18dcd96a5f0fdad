import { setTimeout as sleep } from "node:timers/promises";

/** Keeps a distance between requests to the same host, however many want to ask it. */
export interface Pace {
  /** Waits until the host may be asked. */
  turn(host: string, signal?: AbortSignal): Promise<void>;
  /** The host asked to be left alone for so long, in milliseconds. */
  rest(host: string, ms: number): void;
  /** The host wants at least this distance, in milliseconds. */
  slow(host: string, ms: number): void;
}

/** @param distance milliseconds between two requests */
export function paced(distance: number, now: () => number = () => performance.now()): Pace {
  const next = new Map<string, number>();
  const distances = new Map<string, number>();
  return {
    async turn(host, signal) {
      for (;;) {
        const at = next.get(host) ?? 0;
        const wait = at - now();
        if (wait <= 0) break;
        await sleep(wait, undefined, signal ? { signal } : {});
      }
      next.set(host, now() + (distances.get(host) ?? distance));
    },
    rest(host, ms) {
      next.set(host, Math.max(next.get(host) ?? 0, now() + ms));
    },
    slow(host, ms) {
      distances.set(host, Math.max(distance, ms));
    },
  };
}
