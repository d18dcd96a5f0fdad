import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { htmlOf } from "./html.ts";
import { pagesOf } from "./pages.ts";
import { FONTS, type Manner, pdfOf } from "./pdf.ts";
import type { Printed } from "./printed.ts";
import { sheetsOf } from "./sheets.ts";

/** How our own writer draws what producers draw, two or three habits at a time. */
export const MANNERS: Readonly<Record<string, Manner>> = {
  "lines, in a font that is not embedded": {},
  "thin rectangles, in GBK": { lines: "thin-rectangles", font: FONTS["GBK-EUC-H"] },
  "a box around each cell, all text twice": { lines: "boxes", painted: "twice" },
  "radicals, character by character, turned by 90°": {
    font: FONTS.radicals,
    pieces: "characters",
    rotate: 90,
  },
  "line by line in tenths of a point, a little beside again, turned by 270°": {
    font: FONTS["UniGB-UTF16-H"],
    pieces: "lines",
    painted: "twice-beside",
    scaled: true,
    rotate: 270,
  },
  "thin rectangles turned by 180°, its own encoding": {
    font: FONTS.identity,
    lines: "thin-rectangles",
    rotate: 180,
  },
};

export function drawn(printed: Printed, manner: Manner): Uint8Array {
  return pdfOf(pagesOf(printed), manner);
}

/** A program that prints; `draw` gives the bytes of its PDF. */
export interface Producer {
  readonly isThere: () => boolean;
  readonly draw: (printed: Printed) => Promise<Uint8Array>;
}

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const PRODUCERS: Readonly<Record<string, Producer>> = {
  chromium: { isThere: () => existsSync(CHROMIUM) && hasFont(), draw: byChromium },
  weasyprint: {
    isThere: () => has("weasyprint", "--version") && hasFont(),
    draw: async (printed) =>
      inFolder((folder, file) => {
        writeFileSync(file("html"), htmlOf(printed));
        execFileSync("weasyprint", [file("html"), file("pdf")], { stdio: "ignore", cwd: folder });
      }),
  },
  "LibreOffice Writer": { isThere: hasOffice, draw: byWriter },
  "LibreOffice Calc": {
    isThere: hasOffice,
    draw: async (printed) =>
      inFolder((folder, file) => {
        writeFileSync(file("fods"), sheetsOf(printed));
        office(folder, file("fods"), "calc_pdf_Export");
      }),
  },
  // A browser's fonts may be of a type (3) whose characters Ghostscript loses.
  "Ghostscript, from LibreOffice Writer's": {
    isThere: () => has("gs", "--version") && hasOffice(),
    draw: async (printed) => {
      const bytes = await byWriter(printed);
      return inFolder((_, file) => {
        writeFileSync(file("in.pdf"), bytes);
        const device = ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite"];
        execFileSync("gs", [...device, `-sOutputFile=${file("pdf")}`, file("in.pdf")]);
      });
    },
  },
  "cairo, from our own": {
    isThere: () => has("pdftocairo", "-v") && hasFont(),
    draw: async (printed) =>
      inFolder((_, file) => {
        writeFileSync(file("in.pdf"), drawn(printed, {}));
        execFileSync("pdftocairo", ["-pdf", file("in.pdf"), file("pdf")], { stdio: "ignore" });
      }),
  },
};

async function byChromium(printed: Printed): Promise<Uint8Array> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.setContent(htmlOf(printed));
    return new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  } finally {
    await browser.close();
  }
}

async function byWriter(printed: Printed): Promise<Uint8Array> {
  return inFolder((folder, file) => {
    writeFileSync(file("html"), htmlOf(printed));
    office(folder, file("html"), "writer_pdf_Export", "--infilter=HTML (StarWriter)");
  });
}

/** What is written as `printed.pdf` in a folder that is removed afterwards. */
function inFolder(write: (folder: string, file: (ending: string) => string) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-draw-"));
  const file = (ending: string) => join(folder, `printed.${ending}`);
  try {
    write(folder, file);
    return new Uint8Array(readFileSync(file("pdf")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function office(folder: string, file: string, filter: string, ...more: string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const to = ["--convert-to", `pdf:${filter}`, "--outdir", folder, file];
  execFileSync("soffice", [profile, "--headless", ...more, ...to], { stdio: "ignore" });
}

function hasOffice(): boolean {
  return has("soffice", "--version") && hasFont();
}

function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Without a Chinese font a program prints boxes. */
function hasFont(): boolean {
  return /\S/.test(spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout ?? "");
}
