import { destination, type Logger, pino } from "pino";
import type { Worked } from "../queue/work.ts";
import type { Reporter, RunReport } from "../run/report.ts";
import { withoutSecrets } from "../store/secrets.ts";

/** Logs of a run as JSON lines on standard error, each with the run's id. */
export function jsonLogger(run: string): Logger {
  // Written at once: what a process says before it is killed is what one wants to know.
  const stream = destination({ dest: 2, sync: true });
  return pino(
    { base: { run }, serializers: { err: plainError } },
    { write: (line) => void stream.write(withoutSecrets(line)) },
  );
}

/** Nothing of an error but its words: some libraries hang addresses with passwords on theirs. */
function plainError(error: unknown): object {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { type: name, message, stack };
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

/** A line for each document that a worker has done with. */
export function workLogger(log: Logger): (worked: Worked) => void {
  return ({ outcome, ...about }) => {
    if (outcome === "done") log.info(about, outcome);
    else if (outcome === "again") log.warn(about, outcome);
    else log.error(about, outcome);
  };
}
