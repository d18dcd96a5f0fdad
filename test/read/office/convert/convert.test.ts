import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { converted } from "../../../../src/read/office/convert/convert.ts";
import { officeProgram } from "../../../../src/read/office/convert/program.ts";
import { extractDocument } from "../../../../src/run/document.ts";
import { FOUR_ROWS, statusesOf } from "../statuses.ts";

const TEXT = strToU8("{\\rtf1 text}");
const LIMITS = { seconds: 2, processorSeconds: 1, megabytes: 1_000 };

/** A program of one line of shell in the place of LibreOffice. */
function program(line: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "yusuan-program-")), "soffice");
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** What converting leaves; other tests convert at the same time, in the folder of the machine. */
function leaving(): () => string[] {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-left-"));
  vi.stubEnv("TMPDIR", folder);
  return () => readdirSync(folder);
}

afterEach(() => void vi.unstubAllEnvs());

describe.skipIf(process.platform === "win32")("a document that another program converts", () => {
  it("is told what to install where there is none", async () => {
    expect(officeProgram("/nowhere")).toBeUndefined();
    await expect(converted(TEXT, "doc", { program: "" })).rejects.toThrow(
      /old Word document .*not installed: .*libreoffice.* adds it/i,
    );
  });

  it.each([
    ["never ends", "while :; do :; done", /more time/],
    ["sleeps", "exec sleep 60", /more time/],
    ["gives nothing", "exit 1", /cannot open: damaged, or encrypted/],
  ])("by one that %s is refused, and leaves nothing behind", async (_, line, why) => {
    const path = program(line);
    const left = leaving();
    await expect(converted(TEXT, "rtf", { program: path, limits: LIMITS })).rejects.toThrow(why);
    expect(left()).toEqual([]);
  });

  it("is what it makes of it, started once more where it asks for that", async () => {
    const line = 'mkdir out && exit 81; printf made > out/in.docx; printf %s "$*" > out/in.docx';
    const made = await converted(TEXT, "odt", { program: program(line), limits: LIMITS });
    const said = new TextDecoder().decode(made);
    expect(said).toMatch(/UserInstallation=file:\/\/\/.*yusuan-office-\w+\/profile --headless/);
    expect(said).toMatch(/in\.odt$/);
  });
});

describe.skipIf(!officeProgram() && !process.env.CI)("through LibreOffice", () => {
  const MINUTES = 300_000;

  // WPS Writer saves what Word did under an ending of its own.
  it.each([
    ["doc", "budget.doc"],
    ["wps", "budget.doc"],
    ["rtf", "budget.rtf"],
    ["odt", "budget.odt"],
  ])(
    "a .%s gives the figures of its table",
    async (ending, file) => {
      const bytes = readFileSync(new URL(file, import.meta.url));
      const { source, facts } = await extractDocument({ name: `a.${ending}`, bytes });
      expect(source.format).toBe("word");
      expect(statusesOf(facts)).toEqual(FOUR_ROWS);
      expect(facts[0]?.place).toEqual({ table: 1, row: 3 });
    },
    MINUTES,
  );

  it(
    "nothing is fetched that a document links to",
    async () => {
      const asked: string[] = [];
      const server = createServer(({ url }, response) => {
        asked.push(url ?? "");
        response.end();
      });
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
      const { port } = server.address() as AddressInfo;
      const at = `http://127.0.0.1:${port}`;
      const made = await converted(linking(at), "odt");
      server.close();
      expect(made.length).toBeGreaterThan(0);
      expect(asked).toEqual([]);
    },
    MINUTES,
  );
});

/** An OpenDocument text with a picture, a section and a style sheet elsewhere. */
function linking(at: string): Uint8Array {
  const names = ["office", "text", "drawing", "style"].map(
    (name) =>
      `xmlns:${name === "drawing" ? "draw" : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const content = `<?xml version="1.0"?><office:document-content ${names.join(" ")} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text><text:section text:name="s"><text:section-source xlink:href="${at}/section.odt"/><text:p>文</text:p></text:section><text:p><draw:frame draw:name="a"><draw:image xlink:href="${at}/picture.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body></office:document-content>`;
  const manifest = `<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>`;
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(content),
    "META-INF/manifest.xml": strToU8(manifest),
  });
}
