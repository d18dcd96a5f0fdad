import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { outputIn } from "../../src/view/output.ts";
import { scriptOf } from "../../src/view/report/format.ts";
import { supportFor } from "../../src/view/report/pdf-support.ts";
import { writeReport } from "../../src/view/report/write-report.ts";
import { sandboxWith, sha256, write } from "./fixture.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

function reportOn(files: Readonly<Record<string, string>>, to = "site") {
  const folder = sandboxWith({ "parts/page.js": "", ...files });
  const output = outputIn(join(folder, "out"));
  const openSources = () => ({
    sums: async () => [],
    blocks: async () => ({ blocks: [], cut: false }),
    close: async () => {},
  });
  const options = {
    ...{ output, start: folder, to: join(folder, to), parts: join(folder, "parts") },
    openSources,
  };
  return { folder, write: () => writeReport(options) };
}

const DISCLOSURE = "disclosure,department,year,documents,editions\n2024/局/budget,局,2024,d1,\n";
const TEXT = "收入 12.00";
const OUT = {
  "in/a.txt": TEXT,
  "out/disclosures.csv": DISCLOSURE,
  "out/files.csv": `source,sha256,document,format,outcome\nin/a.txt,${sha256(TEXT)},d1,text,read\n`,
  "out/2024/局/budget.json": '{"document":"d1"}',
};

test("a report has the page, the disclosures and their sources, and the next one in its place", async () => {
  const { folder, write: report } = reportOn(OUT);
  expect(await report()).toEqual({ disclosures: 1, sources: 1, gone: [] });
  expect(readFileSync(join(folder, "site/data/disclosure-0.js"), "utf8")).toBe(
    'yusuanPut("disclosure-0",{"document":"d1"})\n',
  );
  write(folder, "site/data/old.js", "");
  await report();
  expect(readdirSync(join(folder, "site/data"))).not.toContain("old.js");
});

test("a folder with something else in it stays as it is", async () => {
  const { folder, write: report } = reportOn({ ...OUT, "site/mine.txt": "mine" });
  await expect(report()).rejects.toThrow("something else");
  expect(readdirSync(join(folder, "site"))).toEqual(["mine.txt"]);
});

test("a source that is gone is told, and no id of a strange output is a path", async () => {
  const { folder, write: report } = reportOn({
    ...OUT,
    "out/disclosures.csv": DISCLOSURE.replace("d1", "../../d1 d2"),
    "out/files.csv":
      `source,sha256,document,format,outcome\nin/a.txt,${sha256(TEXT)},../../d1,text,read\n` +
      `in/b.txt,${sha256(TEXT)},d2,text,read\n`,
  });
  expect(await report()).toMatchObject({ sources: 1, gone: ["in/b.txt"] });
  expect(readdirSync(join(folder, "site/data"))).toContain("source-0.js");
});

test("an output that is none is wrong usage", async () => {
  const { write: report } = reportOn({});
  await expect(report()).rejects.toThrow("no output");
});

test("what a document says is a value in a script, and nothing else", () => {
  const hostile = { a: '</script>");alert(1)//', "\u2028": "\u2029" };
  let put: unknown;
  new Function("yusuanPut", scriptOf("x", hostile))((_: string, value: unknown) => {
    put = value;
  });
  expect(put).toEqual(hostile);
});

test("character maps go with a document that names one, packed or not, and with no other", () => {
  const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}\n%%EOF`);
  expect(supportFor(pdf("/Encoding /Identity-H /FontFile2 5 0 R /Subtype /TrueType"))).toEqual([]);
  const named = supportFor(pdf("/Encoding /GBK-EUC-H"));
  expect(named).toContain("GBK-EUC-H.bcmap");
  expect(named).toContain("Adobe-GB1-UCS2.bcmap");
  // One that does not unpack may have anything.
  expect(supportFor(pdf("/Type /ObjStm stream\n?????endstream"))).toContain("UniGB-UCS2-H.bcmap");
  const sample = readFileSync(join(ROOT, "samples/anhui-final-2023.pdf"));
  expect(supportFor(sample)).toEqual([]);
});
