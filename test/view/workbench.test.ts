import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { cellsOf, unzip } from "../write/unzip.ts";
import { appOn, ask, sandbox, sandboxWith, sha256, write } from "./fixture.ts";

const SECRET = "what nobody may see";
const TEXT = "一、收入\t12.00\n<script>alert(1)</script>\n";
const WEB = "<html><script>alert(1)</script></html>";

const FILES = "source,sha256,document,format,outcome\n";
const line = (source: string, content: string, id: string, format = "text") =>
  `${source},${sha256(content)},${id},${format},read\n`;

describe("sources", () => {
  test("are given out by document id, as text that no browser runs", async () => {
    const folder = sandboxWith({
      "in/a.txt": TEXT,
      "in/b.html": WEB,
      "out/files.csv": FILES + line("in/a.txt", TEXT, "d1") + line("in/b.html", WEB, "d2"),
    });
    for (const [id, content] of [
      ["d1", TEXT],
      ["d2", WEB],
    ]) {
      const answer = await ask(appOn(folder), `/source/${id}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")?.toLowerCase()).toBe("text/plain; charset=utf-8");
      expect(await answer.text()).toBe(content);
    }
  });

  test("are found above the output, wherever the server was started", async () => {
    const folder = sandboxWith({
      "data/in/a.txt": TEXT,
      "data/out/all/files.csv": FILES + line("in/a.txt", TEXT, "d1"),
    });
    const app = appOn(folder, { out: "data/out/all", start: sandbox() });
    expect((await ask(app, "/source/d1")).status).toBe(200);
  });

  test("must be the bytes that were read: moved, changed or smuggled ones are told", async () => {
    const folder = sandboxWith({
      secret: SECRET,
      "in/changed.txt": "another text",
      "out/files.csv":
        FILES +
        line("in/changed.txt", TEXT, "d1") +
        line("in/moved.txt", TEXT, "d2") +
        line("../../../../etc/passwd", TEXT, "d3") +
        line("/etc/passwd", TEXT, "d4") +
        line("secret", TEXT, "d5"),
    });
    for (const [id, name] of [
      ["d1", "in/changed.txt"],
      ["d2", "in/moved.txt"],
      ["d3", "../../../../etc/passwd"],
      ["d4", "/etc/passwd"],
      ["d5", "secret"],
    ]) {
      const answer = await ask(appOn(folder), `/source/${id}`);
      expect(answer.status).toBe(410);
      expect(await answer.text()).toBe(name);
    }
  });

  test("that a browser saved as one file are the page in it", async () => {
    const saved = [
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="x"',
      ...["", "--x", "Content-Type: text/html; charset=utf-8", ""],
      ...["<p>收入</p>", "--x--", ""],
    ].join("\r\n");
    const folder = sandboxWith({
      "a.mht": saved,
      "out/files.csv": FILES + line("a.mht", saved, "d1", "web-archive"),
    });
    const answer = await ask(appOn(folder), "/source/d1");
    expect((await answer.text()).trim()).toBe("<p>收入</p>");
  });

  test("in archives, and in archives in them, are given out as well", async () => {
    const inner = zipSync({ "b.txt": strToU8(TEXT) });
    const folder = sandboxWith({
      "out/files.csv":
        "source,member,sha256,document,format,outcome\n" +
        `in.zip,表/a.txt,${sha256(WEB)},d1,text,read\nin.zip,inner.zip/b.txt,${sha256(TEXT)},d2,text,read\n` +
        `in.zip,../a.txt,${sha256(WEB)},d3,text,read\n`,
    });
    write(folder, "in.zip", zipSync({ "表/a.txt": strToU8(WEB), "inner.zip": inner }));
    const app = appOn(folder);
    expect(await (await ask(app, "/source/d1")).text()).toBe(WEB);
    expect(await (await ask(app, "/source/d2")).text()).toBe(TEXT);
    expect((await ask(app, "/source/d3")).status).toBe(410);
  });

  test("whose format a browser does not show are for download", async () => {
    const folder = sandboxWith({
      "in/a.xlsx": TEXT,
      "out/files.csv": FILES + line("in/a.xlsx", TEXT, "d1", "spreadsheet"),
    });
    const { headers } = await ask(appOn(folder), "/source/d1");
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toBe("attachment");
  });
});

describe("paths", () => {
  const UPS = [
    "..",
    "%2e%2e",
    "..%2f..",
    "%252e%252e",
    "..\\..",
    "..%5c..",
    "....//..",
    "%c0%ae%c0%ae",
  ];
  const TARGETS = ["secret", "secret%00.pdf", "out/../secret", "/secret", "//secret"];
  const PLACES = [
    "/",
    "/source/",
    "/source/d1/",
    "/assets/",
    "/pdfjs/cmaps/",
    "/api/disclosure?id=",
  ];
  const TRIES = PLACES.flatMap((place) =>
    UPS.flatMap((up) => TARGETS.map((target) => `${place}${up}/${target}`)),
  );

  test(`never lead to a file that was not meant (${TRIES.length} tries)`, async () => {
    const folder = sandboxWith({
      secret: SECRET,
      "secret.json": SECRET,
      "out/files.csv": FILES,
      "out/disclosures.csv": "disclosure\n2024/局/budget\n",
    });
    const app = appOn(folder);
    expect(TRIES.length).toBeGreaterThanOrEqual(200);
    for (const path of TRIES) {
      const answer = await ask(app, path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).not.toContain(SECRET);
    }
  });

  test("of an output that someone else made do not lead out of it", async () => {
    const folder = sandboxWith({
      "secret.json": SECRET,
      "out/disclosures.csv": "disclosure\n../secret\n2024/局/../../../secret\n",
    });
    for (const id of ["../secret", "2024/局/../../../secret"]) {
      const answer = await ask(appOn(folder), `/api/disclosure?id=${encodeURIComponent(id)}`);
      expect(answer.status).toBe(404);
    }
  });
});

describe("what the run wrote", () => {
  const NAME = `<img src=x onerror="alert(1)">'局/科`;
  const quoted = `"${NAME.replaceAll('"', '""')}"`;

  test("is given as data, whatever it says", async () => {
    const folder = sandboxWith({
      "out/disclosures.csv": `\uFEFFdisclosure,department,year,documents\n2024/a/budget,${quoted},2024,d1\n2024/b/budget,'=1+1,2024,d2\n`,
      "out/files.csv":
        "source,outcome,message\na.pdf,failed,encrypted\nb.pdf,read,\nc.doc,not-read,old\n",
    });
    const answer = await ask(appOn(folder), "/api/overview");
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    const { disclosures, unread } = (await answer.json()) as {
      disclosures: { department: string }[];
      unread: { source: string }[];
    };
    // The apostrophe keeps spreadsheets from running a text, and is none of it.
    expect(disclosures.map(({ department }) => department)).toEqual([NAME, "=1+1"]);
    expect(unread.map(({ source }) => source)).toEqual(["a.pdf", "c.doc"]);
  });

  test("is read again after another run", async () => {
    const folder = sandboxWith({ "out/disclosures.csv": "disclosure\none\n" });
    const app = appOn(folder);
    const count = async () =>
      ((await (await ask(app, "/api/overview")).json()) as { disclosures: [] }).disclosures.length;
    expect(await count()).toBe(1);
    write(folder, "out/disclosures.csv", "disclosure\none\ntwo\n");
    expect(await count()).toBe(2);
  });

  test("a line of three-public.csv leads to its own disclosure of a document with two", async () => {
    const folder = sandboxWith({
      "out/disclosures.csv":
        "disclosure,division_code,department,year,scope,documents\n" +
        "2024/局/budget,1,局,2024,department,d1 d2\n2024/局/budget.unit,1,局,2024,unit,d1\n",
      "out/three-public.csv":
        "document,division_code,department,year,scope,total\nd1,1,局,2024,unit,1.00\nd2,1,局,2024,department,2.00\n",
    });
    const lines = (await (await ask(appOn(folder), "/api/three-public")).json()) as object[];
    expect(lines).toMatchObject([
      { total: "1.00", disclosure: "2024/局/budget.unit" },
      { total: "2.00", disclosure: "2024/局/budget" },
    ]);
  });

  test("three-public figures are a workbook in the reader's words, with the departments compared", async () => {
    const folder = sandboxWith({
      "out/disclosures.csv": "disclosure\n",
      "out/three-public.csv":
        "document,department,year,stage,period,total,reception,change,source,place,page\n" +
        "d1,甲局,2024,budget,current,2.00,2.00,increase,in/a.pdf,p. 3,3\n" +
        "d1,甲局,2024,budget,previous,1.00,1.00,,in/a.pdf,p. 3,3\n",
    });
    const app = appOn(folder);
    const book = async (query: string) =>
      new Uint8Array(await (await ask(app, `/api/three-public.xlsx?${query}`)).arrayBuffer());
    const said = [...cellsOf(await book("year=2024"), 1).values()];
    expect(said).toEqual(
      expect.arrayContaining(['"“三公”经费合计（万元）"', '"增加"', '"a.pdf p. 3"']),
    );
    // One line: that of the year before is in the table and in no comparison.
    expect(said.filter((text) => text === '"甲局"')).toHaveLength(1);
    const english = await book("year=2024&language=en");
    expect([...cellsOf(english, 2).values()]).toContain('"甲局 2024 budget"');
    expect([...unzip(english).keys()].some((name) => name.includes("chart"))).toBe(true);
  });
});
