/**
 * What an archive of many documents costs after they are read: holding them against each other, publishing them, and one that
 * changed. Departments with ten documents each (budgets and final accounts of three years, units, a revision), made of one
 * department's that are read once. `npm run bench:archive [-- DOCUMENTS]`; the documents are not read one by one.
 */
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { readDocument } from "../../src/run/document.ts";
import {
  type AnyOutcome,
  type AnyTask,
  jobOf,
  type Outcome,
  type StoredRecord,
} from "../../src/run/job.ts";
import { planOf } from "../../src/run/plan.ts";
import { run } from "../../src/run/run.ts";
import {
  store,
  storedFiles,
  storedPart,
  storedRecord,
  storedShares,
  storeKey,
} from "../../src/run/store.ts";
import { budget, final } from "../run/archive.ts";

const CITIES = [
  ["410581", "林州市"],
  ["410482", "汝州市"],
  ["410381", "偃师市"],
  ["411381", "邓州市"],
  ["411481", "永城市"],
  ["130481", "武安市"],
  ["130682", "定州市"],
  ["370181", "章丘市"],
  ["370285", "莱西市"],
  ["320282", "宜兴市"],
] as const;

/** The documents of one department, by name. */
const TEXTS: Readonly<Record<string, string>> = {
  b2022: budget(2022),
  b2023: budget(2023),
  "b2023-new": budget(2023, undefined, "（2023年6月30日更正）\n"),
  b2024: budget(2024),
  f2022: final(2022),
  f2023: final(2023),
  f2024: final(2024),
  u0: budget(2024, 0),
  u1: budget(2024, 1),
  u2: budget(2024, 2),
};

/** A department of its own: another city, another name of the same length. */
interface Clone {
  readonly code: string;
  readonly city: string;
  readonly name: string;
}

/** The division of the department that is read. */
const FIRST = "410581";

const DIGITS = "甲乙丙丁戊己庚辛壬癸";

function cloneOf(at: number): Clone {
  const [code, city] = CITIES[at % CITIES.length] ?? CITIES[0];
  const digits = String(Math.floor(at / CITIES.length)).padStart(3, "0");
  const name = [...digits].map((digit) => DIGITS[Number(digit)]).join("");
  return { code, city, name };
}

function renamed(text: string, { code, city, name }: Clone): string {
  return text
    .replaceAll("林州市", city)
    .replaceAll(FIRST, code)
    .replaceAll("渠首石刻", `${name}石刻`)
    .replaceAll(/石刻(博物馆|修复中心)/g, `${name}$1`);
}

/** What was read of the first department, with the names of another: its results, as if it had been read. */
function copied(
  task: Extract<AnyTask, { name: string }>,
  from: string,
  template: Outcome,
  clone: Clone,
) {
  const bytes = readFileSync(task.path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const as = (text: string): string =>
    renamed(text, clone)
      .replaceAll(template.sha256, sha256)
      .replaceAll(template.line.document, `d${sha256.slice(0, 16)}`)
      .replaceAll(template.line.source, task.name);
  const record: StoredRecord = JSON.parse(as(JSON.stringify(storedRecord(from, template.key))));
  const files = storedFiles(from, template.key).map(({ path, bytes: content }) => ({
    path: as(path),
    bytes: Buffer.from(as(Buffer.from(content).toString("utf8"))),
  }));
  const key = storeKey(task.name, sha256, task.basis);
  const texts = {
    part: as(storedPart(from, template.key)),
    shares: as(storedShares(from, template.key)),
  };
  store(task.state, key, record, files, texts);
  const { records: _, ...outcome } = record;
  return { ...outcome, key, reused: false };
}

async function main([documents = 1000]: readonly number[]): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "yusuan-archive-"));
  const perform = jobOf(readDocument);
  const templates = new Map<string, Outcome>();
  const departments = Math.ceil(documents / Object.keys(TEXTS).length);
  /** Sources that are the first department's but for names. */
  const clones = new Map<string, Clone>();
  const open = (): { run: (task: AnyTask) => Promise<AnyOutcome>; close: () => Promise<void> } => {
    const limit = pLimit(1);
    const one = async (task: AnyTask): Promise<AnyOutcome> => {
      const clone = "name" in task ? clones.get(task.name) : undefined;
      if (!("name" in task) || !clone) return perform(task);
      const of = task.name.slice(task.name.lastIndexOf("/") + 1, -".txt".length);
      const path = join(work, "templates", `${of}.txt`);
      const known =
        templates.get(of) ?? ((await perform({ ...task, name: path, path })) as Outcome);
      templates.set(of, known);
      return copied(task, task.state, known, clone);
    };
    return { run: (task) => limit(one, task), close: async () => limit.clearQueue() };
  };
  const plan = planOf(
    { sources: ["in"], out: "out", parts: true, formats: ["csv", "json", "parquet"] },
    { folder: work, keepState: true },
  );
  const went = async (): Promise<Record<string, number>> => {
    const marks: Record<string, number> = {};
    const start = performance.now();
    const cpu = process.cpuUsage();
    const since = (): number => Math.round((performance.now() - start) / 100) / 10;
    const written = new Date();
    await run(plan, {
      fingerprint: "1",
      openPool: open,
      reporter: { writing: () => (marks.compared = since()) },
    });
    const { user, system } = process.cpuUsage(cpu);
    marks.ended = since();
    marks.cpu = Math.round((user + system) / 1e5) / 10;
    marks.written = filesIn(join(work, "out")).filter(
      (path) => statSync(path).mtime >= written,
    ).length;
    return marks;
  };
  try {
    mkdirSync(join(work, "templates"));
    for (const [name, text] of Object.entries(TEXTS))
      writeFileSync(join(work, "templates", `${name}.txt`), text);
    for (let at = 0; at < departments; at++) {
      const clone = cloneOf(at);
      const folder = join("in", `${clone.city}${clone.name}`);
      mkdirSync(join(work, folder), { recursive: true });
      for (const [name, text] of Object.entries(TEXTS)) {
        writeFileSync(join(work, folder, `${name}.txt`), renamed(text, clone));
        clones.set(`${folder}/${name}.txt`, clone);
      }
    }
    console.log("first", await went());
    console.log("unchanged", await went());
    const changed = `in/${CITIES[1][1]}${cloneOf(1).name}/f2023.txt`;
    writeFileSync(
      join(work, changed),
      readFileSync(join(work, changed), "utf8").replaceAll("2.03", "2.13"),
    );
    clones.delete(changed);
    console.log("one changed", await went());
    const out = join(work, "out");
    console.log({
      documents: departments * Object.keys(TEXTS).length,
      files: filesIn(out).length,
      descriptor: statSync(join(out, "datapackage.json")).size,
      differences: readFileSync(join(out, "differences.csv"), "utf8").split("\n").length - 2,
      "peak MB": Math.round(process.resourceUsage().maxRSS / 1024),
    });
  } finally {
    if (process.env.KEEP) console.log(work);
    else rmSync(work, { recursive: true, force: true });
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

await main(process.argv.slice(2).map(Number));
