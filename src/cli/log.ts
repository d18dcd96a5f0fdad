import { destination, type Logger, pino } from "pino";
import type { Reporter, RunReport } from "../run/report.ts";

/** Logs of a run as JSON lines on standard error, each with the run's id. */
export function jsonLogger(run: string): Logger {
  return pino({ base: { run } }, destination({ dest: 2, sync: true }));
}

export function jsonReporter(log: Logger): Reporter {
  return {
    started: (sources) => log.info({ sources }, "started"),
    source: ({ source, outcome, reason, document, facts, conflict }) => {
      if (outcome === "failed") log.error({ source, reason }, "failed");
      else
        log.info({ source, document, facts: Number(facts), conflict: Number(conflict) }, outcome);
    },
    writing: () => log.info("writing the datasets"),
    finished: (report: RunReport) => log.info({ report }, "finished"),
    bug: (source, err) => log.error({ source, err }, "unexpected error"),
  };
}
