import type { Database } from "./database.ts";
import { countActive } from "./jobs.ts";
import { readPipelines } from "./pipeline.ts";

/** How far a pipeline is. */
export interface Status {
  readonly pipeline: string;
  readonly sources: number;
  readonly waiting: number;
  /** Jobs that a worker has taken, of all pipelines of this version of the tool. */
  readonly active: number;
  readonly read: number;
  readonly failed: number;
  /** Given up. */
  readonly lost: number;
  /** Sources that were read in the last ten minutes, a second. */
  readonly rate: number;
  /** Seconds until none waits, at this rate; nothing where none is read. */
  readonly remaining: number | null;
  /** Partitions of the output, and those in which something changed since they were published. */
  readonly partitions: number;
  readonly unpublished: number;
  /** How many failed or were given up, by the id of the reason. */
  readonly failures: Readonly<Record<string, number>>;
}

const WINDOW_SECONDS = 600;

export async function statusOf(
  database: Database,
  names?: readonly string[],
): Promise<readonly Status[]> {
  const pipelines = await readPipelines(database, names);
  return Promise.all(
    pipelines.map(async ({ name, fingerprint }): Promise<Status> => {
      const [states, recent, partitions, reasons, active] = await Promise.all([
        database.query<{ state: string; count: number }>(
          "select state, count(*)::int as count from yusuan_queue.source where pipeline = $1 group by state",
          [name],
        ),
        database.query<{ count: number; seconds: number }>(
          `select count(*)::int as count, extract(epoch from now() - min(finished))::float as seconds
           from yusuan_queue.source where pipeline = $1 and finished > now() - $2 * interval '1 second'`,
          [name, WINDOW_SECONDS],
        ),
        database.query<{ all: number; changed: number }>(
          `select count(*)::int as all, count(*) filter (where changed > published)::int as changed
           from yusuan_queue.partition where pipeline = $1`,
          [name],
        ),
        database.query<{ why: string | null; count: number }>(
          `select why, count(*)::int as count from yusuan_queue.source
           where pipeline = $1 and state in ('failed', 'lost') group by why order by 2 desc, 1`,
          [name],
        ),
        countActive(database, fingerprint),
      ]);
      const count = (state: string) => states.find((row) => row.state === state)?.count ?? 0;
      const waiting = count("waiting");
      const { count: done = 0, seconds = 0 } = recent[0] ?? {};
      const rate = done > 1 ? done / Math.max(seconds, 1) : 0;
      return {
        ...{
          pipeline: name,
          sources: states.reduce((sum, row) => sum + row.count, 0),
          waiting,
          active,
        },
        ...{ read: count("read"), failed: count("failed"), lost: count("lost") },
        rate: Math.round(100 * rate) / 100,
        remaining: waiting === 0 ? 0 : rate > 0 ? Math.round(waiting / rate) : null,
        ...{ partitions: partitions[0]?.all ?? 0, unpublished: partitions[0]?.changed ?? 0 },
        failures: Object.fromEntries(reasons.map((row) => [row.why ?? "damaged", row.count])),
      };
    }),
  );
}

/** The same in the text format that Prometheus reads. */
export function metricsText(statuses: readonly Status[]): string {
  const gauge = (
    name: string,
    help: string,
    of: (status: Status) => [string, number][],
  ): string[] => [
    `# HELP yusuan_${name} ${help}`,
    `# TYPE yusuan_${name} gauge`,
    ...statuses.flatMap((status) =>
      of(status).map(
        ([labels, value]) =>
          `yusuan_${name}{pipeline="${escaped(status.pipeline)}"${labels}} ${value}`,
      ),
    ),
  ];
  const lines = [
    ...gauge("sources", "Sources by state.", ({ waiting, read, failed, lost }) =>
      Object.entries({ waiting, read, failed, lost }).map(([state, n]) => [`,state="${state}"`, n]),
    ),
    ...gauge("active", "Jobs that a worker has taken.", ({ active }) => [["", active]]),
    ...gauge("rate", "Sources read a second.", ({ rate }) => [["", rate]]),
    ...gauge("unpublished_partitions", "Partitions that changed since.", ({ unpublished }) => [
      ["", unpublished],
    ]),
    ...gauge("failures", "Sources that failed, by reason.", ({ failures }) =>
      Object.entries(failures).map(([why, n]) => [`,reason="${escaped(why)}"`, n]),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n");
}
