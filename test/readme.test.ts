import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { program } from "../src/cli/program.ts";
import { REASONS } from "../src/model/reasons.ts";
import { BECAUSE } from "../src/model/rules.ts";
import { CONTRACT_VERSION } from "../src/write/datapackage.ts";
import { DATASETS } from "../src/write/datasets.ts";
import { sandbox, yusuan } from "./cli/capture.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), "utf8");

const READMES = ["README.md", "README.zh-CN.md"] as const;
const [english, chinese] = READMES.map(read) as [string, string];

/** Shell examples: the commands after $, and what they print. Lines of … stand for lines left out. */
interface Example {
  readonly command: string;
  readonly printed: readonly string[];
}

function examplesOf(text: string): Example[] {
  return [...text.matchAll(/^```console\n\$ (.+)\n([\s\S]*?)^```$/gm)].map(
    ([, command = "", printed = ""]) => ({ command, printed: printed.split("\n").slice(0, -1) }),
  );
}

const codeOf = (text: string) => [...text.matchAll(/^```[\s\S]*?^```$/gm)].map(([code]) => code);
const levelsOf = (text: string) =>
  [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^(#+) /gm)].map(([, marks]) => marks);
const tablesOf = (text: string) => [...text.matchAll(/^\| .*$/gm)].length;

describe("both languages", () => {
  test("have the same headings, in number and level", () => {
    expect(levelsOf(chinese)).toEqual(levelsOf(english));
    expect(levelsOf(english).length).toBeGreaterThan(15);
  });

  test("have the same code and the same rows of tables", () => {
    expect(codeOf(chinese)).toEqual(codeOf(english));
    expect(tablesOf(chinese)).toBe(tablesOf(english));
  });

  test.each(READMES)("%s points at files that exist", (name) => {
    const linked = [...read(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) => to ?? "");
    const named = [...read(name).matchAll(/`((?:src|test|pipelines|samples)\/[^`\s]+)`/g)].map(
      ([, to]) => to ?? "",
    );
    expect([...linked, ...named].filter((to) => !existsSync(join(ROOT, to)))).toEqual([]);
  });
});

describe("every page of the documentation", () => {
  const pages = [
    ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`),
    ...["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", ...READMES],
  ].filter((name) => name.endsWith(".md"));

  test.each(pages)("%s points at pages and headings that exist", (name) => {
    const links = [...read(name).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.filter(([, to = "", anchor]) => {
      const path = join(dirname(name), to);
      const target = to === "" ? name : path;
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

/** The names that headings have in links. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

describe("docs/contract.md", () => {
  const contract = read("docs/contract.md");

  test.each(Object.values(DATASETS).map((dataset) => [`${dataset.name}.csv`, dataset] as const))(
    "names the columns of %s in their order",
    (file, { fields }) => {
      const [, said = ""] = contract.split(`\`${file}\` has`);
      const line = contract.split("\n").find((one) => one.startsWith(`| \`${file}\` |`)) ?? said;
      const names = [...line.matchAll(/`([a-z_0-9]+)`/g)].map(([, name]) => name);
      let at = 0;
      for (const { name } of fields) {
        at = names.indexOf(name, at) + 1;
        expect(at, name).toBeGreaterThan(0);
      }
    },
  );

  test("gives every reason with its sentences", () => {
    for (const [id, { zh, en }] of Object.entries(REASONS))
      expect(contract).toContain(`| \`${id}\` | ${zh} | ${en} |`);
  });

  test("has the version that datapackage.json has, and so has the changelog", () => {
    expect(contract).toContain(`Version ${CONTRACT_VERSION}.`);
    expect(read("CHANGELOG.md")).toContain(`## ${CONTRACT_VERSION}`);
  });
});

describe("the commands shown", () => {
  const shown = [
    ...codeOf(english).flatMap((code) =>
      [...code.matchAll(/npx yusuan .*/g)].map(([line]) => line),
    ),
  ];

  test("exist, with their options", () => {
    const commands = new Map(program().commands.map((command) => [command.name(), command]));
    for (const line of shown) {
      const [name = "", ...rest] = line.replace("npx yusuan ", "").split(" ");
      const command = commands.get(name);
      expect(command, line).toBeDefined();
      const options = command?.options.map(({ long }) => long);
      for (const option of rest.filter((word) => word.startsWith("--")))
        expect(options, line).toContain(option);
    }
  });

  test("are all that there are", () => {
    const names = new Set(shown.map((line) => line.split(" ")[2]));
    expect([...names].sort()).toEqual(
      program()
        .commands.map((command) => command.name())
        .sort(),
    );
  });

  test("of npm are scripts", () => {
    const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
    const named = [...english.matchAll(/npm run (\w+)/g)].map(([, script]) => script);
    expect(named.filter((script) => !scripts.includes(script ?? ""))).toEqual([]);
  });
});

describe("what they are shown to print is what they print", () => {
  const printing = examplesOf(english).filter(({ printed }) => printed.length > 0);

  test.each(printing.map(({ command, printed }) => [command, printed] as const))(
    "%s",
    async (command, printed) => {
      const words =
        command === "npm ci && npm run samples"
          ? ["run", "pipelines/samples.json", "--out", join(sandbox(), "samples")]
          : command.replace("npx yusuan ", "").split(" ");
      const { stdout } = await yusuan(...words);
      const lines = linesOf(stdout.split("\n"));
      let from = 0;
      for (const line of linesOf(printed)) {
        if (line === "…") continue;
        const at = lines.indexOf(line, from);
        expect(at, `after line ${from} of the output: ${line}`).toBeGreaterThanOrEqual(0);
        from = at + 1;
      }
    },
  );
});

/** Without what differs from run to run: time, and where the output went. */
function linesOf(lines: readonly string[]): string[] {
  return lines.map((line) => line.trimEnd()).filter((line) => !/^(?:Time|Output) /.test(line));
}

describe("docs/identities.md", () => {
  test("gives every rule with its sentences, and no other", () => {
    const listed = read("docs/identities.md")
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    const rules = Object.entries(BECAUSE);
    expect(listed).toEqual(rules.map(([id, { zh, en }]) => `| \`${id}\` | ${zh} | ${en} |`));
  });
});
