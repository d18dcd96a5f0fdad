import { PARTS, type Part } from "./doctor-parts.ts";
import { EXIT } from "./exit.ts";
import { columns } from "./terminal.ts";
import { say, spoken } from "./words/say.ts";

/** A part as it was found: with a version, or with what went wrong. */
interface Found extends Part {
  readonly version?: string;
  readonly fault?: string;
}

/** `yusuan doctor` */
export async function examine({ json }: { readonly json?: true }): Promise<void> {
  const found = await Promise.all(PARTS.map(tried));
  process.stdout.write(json ? `${JSON.stringify(found.map(plain))}\n` : told(found));
  process.exitCode = found.some(isNeeded) ? EXIT.someFailed : EXIT.done;
}

async function tried(part: Part): Promise<Found> {
  try {
    return { ...part, version: await part.found() };
  } catch (error) {
    return { ...part, fault: error instanceof Error ? error.message : String(error) };
  }
}

function isNeeded({ version, add }: Found): boolean {
  return version === undefined && add === undefined;
}

function plain({ id, version, fault, add }: Found) {
  return {
    id,
    ok: version !== undefined,
    ...(version && { version }),
    ...(fault && { fault, optional: add !== undefined }),
  };
}

function told(found: readonly Found[]): string {
  const words = spoken();
  const table = columns(
    found.map(({ name, gives, version }) => [name[words], version ?? say("missing"), gives[words]]),
  );
  const needed = found.filter(isNeeded).map(({ name, fault }) => [name[words], fault ?? ""]);
  const optional = found
    .filter((part) => part.version === undefined && part.add)
    .map(({ name, add }) => [name[words], add?.[words] ?? ""]);
  const list = (title: string, rows: string[][]) =>
    rows.length > 0 ? `${title}:\n${columns(rows).replace(/^(?=.)/gm, "  ")}` : "";
  const rest =
    list(say("Missing, and needed"), needed) + list(say("Optional, to be added"), optional);
  return `${table}${rest || `${say("Everything works.")}\n`}`;
}
