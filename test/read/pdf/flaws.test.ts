import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Page } from "../../../src/model/page.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { buildPdf, chinese, latin, type PageSpec } from "./build-pdf.ts";

const IMAGE = "BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI";

/** A picture of so many points at x, y. */
function picture(x: number, y: number, width: number, height: number): string {
  return `q ${width} 0 0 ${height} ${x} ${y} cm ${IMAGE} Q\n`;
}

const TITLE = chinese(200, 780, "部门支出总表");
/** As much text as a page of prose has. */
const PROSE = Array.from({ length: 20 }, (_, i) =>
  chinese(60, 700 - 20 * i, "组织油纸伞技艺的保护和展示工作。"),
).join("");

test("a title over a table that is a picture, whole or in strips, is a page that is not read", async () => {
  const strips = Array.from({ length: 10 }, (_, i) => picture(60, 100 + 50 * i, 480, 50));
  for (const content of [TITLE + picture(60, 100, 480, 500), TITLE + strips.join("")]) {
    const { flaws, scanned } = await only({ content });
    expect(flaws).toMatchObject([{ kind: "picture", whole: true }]);
    // 480 × 500 of 595 × 842 points are 48 %.
    expect(flaws?.[0]?.share).toBeCloseTo(0.48, 1);
    expect(scanned).toBe(true);
  }
});

test("a picture beside prose is told, a stamp is not, and nor is what a clip or a layer hides", async () => {
  const beside = await only({ content: PROSE + picture(60, 60, 400, 220) });
  expect(beside).toMatchObject({ scanned: false, flaws: [{ kind: "picture", whole: false }] });
  const clipped = `q 0 0 20 20 re W n ${picture(60, 60, 400, 220)} Q`;
  const hidden = `/OC /Layer BDC ${picture(60, 60, 400, 220)} EMC`;
  for (const content of [picture(400, 100, 120, 120), clipped, hidden])
    expect((await only({ content: PROSE + content })).flaws).toBeUndefined();
});

test("a picture behind text is a background", async () => {
  const page = await only({ content: picture(0, 0, 595, 842) + PROSE });
  expect(page).toMatchObject({ scanned: false, flaws: [{ kind: "behind" }] });
});

test("text drawn as outlines is told, an emblem is none", async () => {
  const letter = (x: number, y: number) =>
    `${x} ${y} m ${x} ${y + 4} ${x + 4} ${y + 4} ${x + 4} ${y} c ${x + 4} ${y - 4} ${x} ${y - 4} ${x} ${y} c f\n`;
  const lines = (count: number, pitch: number) =>
    Array.from({ length: count }, (_, i) => letter(50 + pitch * (i % 40), 700 - pitch * (i / 40)));
  const drawn = await only({ content: lines(600, 12).join("") });
  expect(drawn).toMatchObject({ scanned: true, flaws: [{ kind: "outlines", whole: true }] });
  expect((await only({ content: TITLE + lines(600, 1).join("") })).flaws).toBeUndefined();
});

test("content that breaks off is told, whatever of it was read before", async () => {
  const content = Array.from({ length: 3_000 }, (_, i) =>
    latin(60 + (i % 7) * 70, 800 - i / 5, `${i * 7919}.${10 + (i % 90)}`),
  ).join("");
  const packed = deflateSync(content);
  const encoded = (bytes: Buffer): PageSpec => ({
    content: `${bytes.toString("hex")}>`,
    encoding: "/Filter[/ASCIIHexDecode/FlateDecode]",
  });
  const whole = await only(encoded(packed));
  expect(whole.flaws).toBeUndefined();
  const begun = await only(encoded(packed.subarray(0, packed.length - 300)));
  expect(begun.flaws).toEqual([{ kind: "damaged", whole: begun.glyphs.length < 120 }]);
  expect(begun.glyphs.length).toBeLessThan(whole.glyphs.length);
  const barely = await only(encoded(packed.subarray(0, 300)));
  expect(barely).toMatchObject({ scanned: true, flaws: [{ kind: "damaged", whole: true }] });
  const open = await only({ content: `${PROSE}BT /F1 10 Tf 60 60 Td (1,2` });
  expect(open.flaws).toEqual([{ kind: "damaged", whole: false }]);
});

test("a document that is read after a damaged one is not", async () => {
  const { warn } = console;
  const cut = {
    content: `${deflateSync(PROSE).subarray(0, 40).toString("hex")}>`,
    encoding: "/Filter[/ASCIIHexDecode/FlateDecode]",
  };
  const [damaged, sound] = await Promise.all([only(cut), only({ content: PROSE })]);
  expect(damaged.flaws).toMatchObject([{ kind: "damaged" }]);
  expect(sound.flaws).toBeUndefined();
  expect(console.warn).toBe(warn);
});

async function only(spec: PageSpec): Promise<Page> {
  for await (const page of readPdf(buildPdf({ pages: [spec] }))) return page;
  throw new Error("no page");
}
