import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { LOCK_FILE } from "../../src/run/lock.ts";
import { isTemporary } from "../../src/write/atomic.ts";
import { MANIFEST_FILE } from "../../src/write/manifest.ts";
import { snapshot } from "./snapshot.ts";

const KILL_AT = new URL("./kill-at.mjs", import.meta.url).href;

export interface Trial {
  /** An empty folder. */
  readonly folder: string;
  /** What node is called with to get the command line. */
  readonly cli: readonly string[];
  readonly kills: number;
  readonly seed: number;
  /** How many kills may come one after the other before the command is left to end. */
  readonly inARow: number;
  /** A small document of a department. */
  readonly document: (department: string, amount: string) => string;
  /** Files that are read beside such documents. */
  readonly documents: readonly string[];
}

/** What went wrong; empty if nothing did. */
export interface Outcome {
  readonly kills: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

const VERSIONS = ["a", "b"] as const;
type Version = (typeof VERSIONS)[number];

const FORMATS = ["--formats", "csv,json,xlsx"];

type Name = "extract" | "run" | "merge" | "verify";
const NAMES: readonly Name[] = ["extract", "run", "merge", "verify"];

/** The output that each command writes, with its state beside it. */
const OUT: Record<Name, string> = {
  extract: "extracted",
  run: "ran",
  merge: "merged",
  verify: "extracted",
};

function call(name: Name, version: Version, out = OUT[name]): string[] {
  const state = ["--state", `${out}.kept`];
  if (name === "extract") return ["extract", "in", "--out", out, ...state, ...FORMATS];
  if (name === "run") return ["run", `${out}.json`];
  if (name === "merge") return ["merge", ...partsOf(version), "--out", out];
  return ["verify", out, ...state, "--repair"];
}

function partsOf(version: Version): string[] {
  return ["1", "2"].map((part) => `part-${version}-${part}`);
}

/** Files of other people, beside ours. */
const FOREIGN = ["extracted/notes.txt", "extracted/2024/mine.csv", "extracted.kept/notes.txt"];

/**
 * Kills commands at operations on files that follow from the seed, and then lets them end: what is written must be the bytes of
 * a command that nobody disturbed. In between, whatever stands under a final name must be whole, old or new.
 */
export function killing(trial: Trial): Outcome {
  const { folder, seed, inARow } = trial;
  const random = randomFrom(seed);
  const faults: string[] = [];
  const kills: Record<string, number> = {};
  const references: References = new Map();
  const counts = new Map<Name, number>();
  prepare(trial);
  let killed = 0;
  for (let round = 0; killed < trial.kills; round++) {
    const name = NAMES[round % NAMES.length] ?? "run";
    const version = VERSIONS[Math.floor(round / NAMES.length) % 2] ?? "a";
    const out = OUT[name];
    bring(folder, version);
    const reference = referenceOf(trial, references, name, version, counts);
    if (name === "verify") {
      calm(trial, call("extract", version));
      damage(join(folder, out), random);
    }
    const fresh = name === "extract" && random() < 0.3 ? ["--fresh"] : [];
    const args = [...call(name, version), ...fresh];
    const row = 1 + Math.floor(random() * inARow);
    for (let at = 0; at < row && killed < trial.kills; at++) {
      const number = 1 + Math.floor(random() * (counts.get(name) ?? FEW));
      if (!isKilled(trial, args, number)) continue;
      killed++;
      kills[name] = (kills[name] ?? 0) + 1;
      if (name === "verify") continue;
      for (const path of torn(folder, out, references))
        faults.push(
          `${name}, killed at ${number} (round ${round}): ${path} is neither old nor new`,
        );
    }
    counts.set(name, calm(trial, args));
    for (const path of differing(folder, out, reference)) {
      // Where nothing is left to repair no lock is taken: that of one that was killed at its end waits for the next run.
      if (name === "verify" && path.startsWith(LOCK_FILE)) continue;
      faults.push(`${name}, round ${round}: ${path} differs afterwards`);
    }
  }
  for (const name of FOREIGN)
    if (readFileSync(join(folder, name), "utf8") !== name) faults.push(`${name} was touched`);
  return { kills, faults };
}

/** Operations on files that every command takes at least. */
const FEW = 40;

type Hashes = Readonly<Record<string, string>>;

/** What each output is where nobody disturbs its command, by version. */
type References = Map<string, Hashes>;

/** The sources in both versions, and what other people have in our folders. */
function prepare({ folder, documents, document }: Trial): void {
  for (const out of [OUT.run, `calm-${OUT.run}`]) {
    const pipeline = { sources: ["in"], out, state: `${out}.kept`, parts: true };
    writeFileSync(join(folder, `${out}.json`), JSON.stringify(pipeline));
  }
  for (const version of VERSIONS) {
    const sources = join(folder, `in-${version}`);
    mkdirSync(sources);
    for (const path of documents) cpSync(path, join(sources, path.split("/").at(-1) ?? ""));
    for (let at = 0; at < 4; at++) {
      const amount = `${version === "a" ? 20 : 30 + at}.00`;
      writeFileSync(join(sources, `${at}.txt`), document(`${"甲乙丙甲"[at]}局`, amount));
    }
    writeFileSync(join(sources, `only ${version}.txt`), document("档案局", "20.00"));
  }
  for (const name of FOREIGN) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}

/** Has a command write beside its output, once for each version of the sources, which are there already. */
function referenceOf(
  trial: Trial,
  references: References,
  name: Name,
  version: Version,
  counts: Map<Name, number>,
): Hashes {
  const key = `${OUT[name]} ${version}`;
  const known = references.get(key);
  if (known) return known;
  const { folder } = trial;
  const out = `calm-${OUT[name]}`;
  if (name === "merge")
    for (const [i, part] of partsOf(version).entries())
      calm(trial, ["extract", "in", "--out", part, "--shard", `${i + 1}/2`]);
  counts.set(name, calm(trial, call(name, version, out)));
  const reference = snapshot(join(folder, out));
  references.set(key, reference);
  for (const each of [out, `${out}.kept`])
    rmSync(join(folder, each), { recursive: true, force: true });
  return reference;
}

function bring(folder: string, version: Version): void {
  rmSync(join(folder, "in"), { recursive: true, force: true });
  cpSync(join(folder, `in-${version}`), join(folder, "in"), { recursive: true });
}

/** Removes a file of an output, and adds to another. */
function damage(out: string, random: () => number): void {
  const paths = Object.keys(snapshot(out)).filter((path) => /(?:csv|json)$/.test(path));
  const ours = paths.filter((path) => !path.endsWith("mine.csv"));
  rmSync(join(out, ours[Math.floor(random() * ours.length)] ?? ""));
  appendFileSync(join(out, ours[Math.floor(random() * ours.length)] ?? ""), "x");
}

/** How many operations on files a command takes that ends. */
function calm({ folder, cli }: Trial, args: readonly string[]): number {
  const counted = join(folder, "counted");
  rmSync(counted, { force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", KILL_AT, ...cli, ...args],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, KILL_COUNT: counted },
    },
  );
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return Number(readFileSync(counted, "utf8"));
}

function isKilled({ folder, cli }: Trial, args: readonly string[], at: number): boolean {
  const { signal } = spawnSync(process.execPath, ["--import", KILL_AT, ...cli, ...args], {
    ...{ cwd: folder, stdio: "ignore" },
    env: { ...process.env, KILL_AT: String(at) },
  });
  return signal === "SIGKILL";
}

function torn(folder: string, out: string, references: References): string[] {
  // A command that was killed at once has not made its folder yet.
  if (!existsSync(join(folder, out))) return [];
  return Object.entries(snapshot(join(folder, out))).flatMap(([path, hash]) => {
    const name = path.split("/").at(-1) ?? "";
    const isWork = isTemporary(name) || name.startsWith(LOCK_FILE) || name === MANIFEST_FILE;
    const whole = VERSIONS.map((version) => references.get(`${out} ${version}`)?.[path]);
    return isWork || FOREIGN.includes(`${out}/${path}`) || whole.includes(hash) ? [] : [path];
  });
}

function differing(folder: string, out: string, reference: Hashes): string[] {
  const found = snapshot(join(folder, out));
  const paths = new Set([...Object.keys(found), ...Object.keys(reference)]);
  return [...paths].filter(
    (path) =>
      // One that has no name in it yet may be somebody's who is just beginning: it goes when it is old.
      !path.startsWith(`${LOCK_FILE}.new-`) &&
      !FOREIGN.includes(`${out}/${path}`) &&
      found[path] !== reference[path],
  );
}

/** The same numbers from 0 to 1 for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
