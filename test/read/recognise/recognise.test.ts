import { readFileSync } from "node:fs";
import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import type { Recogniser } from "../../../src/read/recognise/engine.ts";
import { openRecognition } from "../../../src/read/recognise/pages.ts";
import { canRecognise, theRecogniser } from "../../../src/read/recognise/recogniser.ts";
import { extractDocument } from "../../../src/run/document.ts";
import { documentRecord } from "../../../src/write/documents.ts";
import { pictureOf, scanOf } from "./scans.ts";

const NAME = "泾县宣纸文化事务局2023年度部门决算";
const sample = new Uint8Array(readFileSync("samples/anhui-final-2023.pdf"));
/** What page 3 prints, read by hand, without the figure that it misprints. */
const printed = readFileSync("samples/expected/anhui-final-2023.facts.csv", "utf8")
  .split("\n")
  .map((line) => line.split(","))
  .filter((fields) => fields.at(-1)?.trim() === "3")
  .map((fields) => `${fields[4]} ${fields[11]} ${fields[12]}`)
  .sort();

const needed = process.env.CI ? true : canRecognise();

test.runIf(needed)(
  "a scanned table, askew and under a seal, gives the figures that it prints",
  async () => {
    const scan = await scanOf(sample, 3, { turn: 0.7, seal: true });
    const disclosure = await extractDocument({ name: `${NAME}.pdf`, bytes: scan.jpeg });
    const { facts, source, checks } = disclosure;
    const read = facts.map(
      ({ functionCode = "", kind, money }) => `${functionCode} ${kind} ${money.published}`,
    );
    expect(read.sort()).toEqual(printed);
    expect(source).toMatchObject({ format: "picture", scannedPages: [], recognisedPages: [1] });
    expect(documentRecord({ outcome: "done", disclosure })).toMatchObject({
      recognised_pages: "1",
      scanned_pages: "",
    });
    // The publisher's own error is found in the picture as in the print; all else adds up.
    const wrong = facts.filter(({ status }) => status === "conflict");
    expect(wrong.map(({ money }) => money.published)).toEqual(["22.40"]);
    expect(facts.filter(({ status }) => status === "proved").length).toBeGreaterThan(20);
    expect(checks.filter(({ message }) => /not read/.test(message.en))).toEqual([]);
    // Places are those of the picture as it lies there.
    expect(facts.every(({ place }) => place.page === 1 && place.box)).toBe(true);
  },
  120_000,
);

test.runIf(needed)(
  "what somebody else recognised in a scan is not believed: the picture is read again",
  async () => {
    const scan = await scanOf(sample, 3);
    const layer = Array.from(
      { length: 40 },
      (_, i) => `BT /F 9 Tf 3 Tr 1 0 0 1 60 ${780 - 15 * i} Tm (999.99) Tj ET`,
    );
    const bytes = pictureOf(scan, layer.join(" "));
    const { facts, source } = await extractDocument({ name: `${NAME}.pdf`, bytes });
    expect(source).toMatchObject({ format: "pdf", scannedPages: [], recognisedPages: [1] });
    expect(facts.map(({ money }) => money.published)).not.toContain("999.99");
    expect(facts.length).toBe(printed.length);
  },
  120_000,
);

test.runIf(needed)(
  "text over a picture stays what it is, and the picture's ornaments are no text",
  async () => {
    const [width, height] = [595, 842];
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "#f4ecd8";
    context.fillRect(0, 0, width, height);
    context.strokeStyle = "#a09060";
    context.lineWidth = 3;
    for (const y of [60, 760])
      for (let x = 20; x < width - 40; x += 36) {
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(x + 16, y - 26);
        context.lineTo(x + 32, y);
        context.lineTo(x + 8, y - 14);
        context.stroke();
      }
    const cover = { jpeg: await canvas.encode("jpeg", 80), width, height };
    const bytes = pictureOf(cover, "BT /F 30 Tf 1 0 0 1 120 500 Tm (Budget 2017) Tj ET");
    const recognition = openRecognition(bytes, (await theRecogniser()) as Recogniser);
    for await (const page of readPdf(bytes.slice())) {
      const seen = await recognition.page(page);
      expect(seen.glyphs.map(({ text }) => text).join("")).toBe("Budget2017");
    }
    await recognition.close();
  },
  120_000,
);
