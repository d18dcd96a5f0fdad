import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { program } from "../src/cli/program.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const COMPOSE = join(ROOT, "docs/deploy/compose.yaml");
const text = readFileSync(COMPOSE, "utf8");
const commands = program().commands.map((command) => command.name());

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly volumes?: readonly string[];
}

const document = parseDocument(text, { merge: true });
const compose = document.toJS() as {
  services: Record<string, Service>;
  volumes: Record<string, null>;
};
const services = Object.entries(compose.services);

test("the compose file is YAML without errors; its services have an image, and depend on each other", () => {
  expect([...document.errors, ...document.warnings]).toEqual([]);
  expect(services.filter(([, { image }]) => !image)).toEqual([]);
  const depended = services.flatMap(([, { depends_on = [] }]) =>
    Array.isArray(depends_on) ? depends_on : Object.keys(depends_on),
  );
  expect(depended.filter((name) => !(name in compose.services))).toEqual([]);
  const named = services
    .flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(":")[0] ?? ""))
    .filter((name) => !name.startsWith("."));
  expect(named.filter((name) => !(name in compose.volumes))).toEqual([]);
});

test("it calls commands that there are, and builds what there is", () => {
  const ours = services.filter(([, { build }]) => build);
  expect(ours.map(([name]) => name)).toEqual(["worker", "enqueue", "publish"]);
  expect(ours.filter(([, { command = [] }]) => !commands.includes(command[0] ?? ""))).toEqual([]);
  for (const [, { build }] of ours) {
    const context = resolve(dirname(COMPOSE), build?.context ?? "");
    expect(existsSync(join(context, build?.dockerfile ?? ""))).toBe(true);
  }
});

test("no secret stands in it", () => {
  const values = services.flatMap(([, { environment = {} }]) =>
    Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|KEY/.test(name)),
  );
  expect(values.length).toBeGreaterThan(5);
  expect(values.filter(([, value]) => value !== null && !/^\$\{\w+:\?\}$/.test(value))).toEqual([]);
});

test("the image has what it copies, and starts with a command that there is", () => {
  const lines = readFileSync(join(ROOT, "docs/deploy/Dockerfile"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const instructions = ["FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "ENTRYPOINT", "CMD"];
  expect(lines.filter((line) => !instructions.includes(line.split(" ")[0] ?? ""))).toEqual([]);
  const copied = lines
    .filter((line) => line.startsWith("COPY ") && !line.includes("--from"))
    .flatMap((line) => line.split(" ").slice(1, -1));
  expect(copied.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  const [start = "", ...options] = JSON.parse(lines.at(-1)?.slice("CMD ".length) ?? "[]");
  expect(commands).toContain(start);
  const declared = program().commands.find((command) => command.name() === start)?.options;
  expect(options.filter((one: string) => one.startsWith("--"))).toEqual(
    declared?.filter(({ long }) => options.includes(long)).map(({ long }) => long),
  );
});
