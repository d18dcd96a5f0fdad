import type { Reporter } from "../run/report.ts";
import { count, duration } from "./terminal.ts";
import { say, translated } from "./words/say.ts";

export interface ProgressOptions {
  /** Where it is drawn, and nothing is unless it is a terminal. */
  readonly stream: { readonly isTTY?: boolean; write(text: string): unknown };
  /** Milliseconds, from any start. */
  readonly clock: () => number;
}

const REDRAW_MS = 100;
const BAR = 24;

/** A line that says how far a run is, at what rate, and how long it will take. */
export function progress({ stream, clock }: ProgressOptions): Reporter {
  let total = 0;
  let done = 0;
  let unchanged = 0;
  let failed = 0;
  let started = 0;
  let drawn = Number.NEGATIVE_INFINITY;

  function draw(text: string): void {
    if (stream.isTTY) stream.write(`\r\u001B[K${text}`);
  }

  function state(): string {
    const filled = total === 0 ? BAR : Math.round((BAR * done) / total);
    const seconds = (clock() - started) / 1000;
    // What was unchanged cost nothing, and says nothing about the rest.
    const rate = (done - unchanged) / seconds;
    const pace =
      rate > 0 && done < total
        ? `  ${rate.toFixed(1)}/s  ${say("{} left", translated(duration((total - done) / rate)))}`
        : "";
    return `[${"#".repeat(filled)}${"-".repeat(BAR - filled)}] ${count(done)}/${count(total)}${pace}${
      failed > 0 ? `  ${say("{} failed", count(failed))}` : ""
    }`;
  }

  return {
    started(sources) {
      total = sources;
      started = clock();
    },
    source({ outcome }) {
      done++;
      if (outcome === "unchanged") unchanged++;
      if (outcome === "failed") failed++;
      if (done === total) return draw("");
      if (clock() - drawn < REDRAW_MS) return;
      drawn = clock();
      draw(state());
    },
    writing() {
      draw(say("writing the datasets …"));
    },
    finished() {
      draw("");
    },
  };
}
