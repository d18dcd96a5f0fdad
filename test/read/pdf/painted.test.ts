import { expect, test } from "vitest";
import type { Page } from "../../../src/model/page.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { buildPdf, chinese, latin, line, type PdfSpec } from "./build-pdf.ts";

/** An image of 2 × 2 pixels at a place: too large for the reader to decode, as all that matter are. */
const image = (x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q `;
const white = "1 g ";
const black = "0 g ";

test("a patch hides the text below it, and not the text that is painted on it", async () => {
  const old = latin(100, 700, "179.43");
  const patch = `${white}98 697 40 12 re f ${black}`;
  expect(await textOf(old + patch + latin(100, 700, "188.88"))).toBe("188.88");
  expect(await textOf(patch + old)).toBe("179.43");
});

test("what lets the text below shine through hides nothing: opacity, patterns of boxes, frames", async () => {
  const old = latin(100, 700, "179.43");
  expect(await textOf(`${old} q /Faint gs ${white} 98 697 40 12 re f Q`)).toBe("179.43");
  expect(await textOf(`${old} 90 690 80 40 re 95 695 60 20 re f*`)).toBe("179.43");
  const aslant = `${old} q 60 680 m 200 690 l 130 740 l h W n ${white} 98 697 40 12 re f Q`;
  expect(await textOf(aslant)).toBe("179.43");
});

test("what a picture was pasted over cannot be read; a seal is seen through, and so is what covers all", async () => {
  const texts = latin(100, 700, "179.43") + latin(100, 600, "12,345.67");
  const marks = "\ufffd".repeat(6);
  expect(await textOf(texts + image(98, 697, 40, 12))).toBe(`${marks}12,345.67`);
  expect(await textOf(image(98, 697, 40, 12) + texts)).toBe("179.4312,345.67");
  expect(await textOf(texts + image(60, 650, 110, 110))).toBe("179.4312,345.67");
  expect(await textOf(texts + image(98, 597, 90, 12))).toBe("179.4312,345.67");
  expect(await textOf(`${texts} q /Faint gs ${image(98, 697, 40, 12)} Q`)).toBe("179.4312,345.67");
});

test("a patch hides the lines that it covers as a whole", async () => {
  const lines = line(100, 700, 200, 700) + line(100, 650, 300, 650);
  const [page] = await pagesOf({
    pages: [{ content: `${lines}${white} 90 690 120 20 re f 90 640 120 20 re f` }],
  });
  expect(page?.rules.map(({ at }) => at)).toEqual([842 - 650]);
});

test("text is seen where its clip lets it, and words that it cuts are read whole", async () => {
  // Helvetica digits are 5.56 wide at 10 points: three of six have their middles within 16 points.
  const clipped = (text: string) => textOf(`q 100 690 16 20 re W n ${latin(100, 700, text)} Q`);
  expect(await clipped("123456")).toBe("123456");
  expect(await clipped("12 8888")).toBe("12");
  expect(await textOf(`q 116 690 90 20 re W n ${latin(100, 700, "123456")} Q`)).toBe("123456");
  expect(await textOf(`q 0 0 10 10 re W n ${latin(100, 700, "88.88")} Q`)).toBe("");
});

test("text that is not painted is read where a picture stands in its place, and nowhere else", async () => {
  const unpainted = `3 Tr ${latin(100, 700, "88.88")} 0 Tr `;
  expect(await textOf(unpainted)).toBe("");
  expect(await textOf(unpainted + image(50, 50, 500, 700))).toBe("88.88");
  expect(await textOf(unpainted + latin(100, 600, "12,345.67"))).toBe("12,345.67");
});

test("text in the colour of its ground is not seen, white text on a dark ground is", async () => {
  expect(await textOf(`90 690 100 30 re f ${latin(100, 700, "88.88")}`)).toBe("");
  const heading = `0 0.2 0.4 rg 90 690 100 30 re f ${white} ${latin(100, 700, "12.50")}`;
  expect(await textOf(heading)).toBe("12.50");
  expect(await textOf(`${heading} 0 g 1 g 90 690 100 30 re f ${latin(100, 700, "12.50")}`)).toBe(
    "",
  );
});

test.each([
  ["9469.55", 0.3, 0],
  ["1,555.55", 0.5, 0],
  ["0.00", 0.2, 0.2],
  ["11111111", 0.4, 0],
])("%s painted twice is read once, equal neighbours too", async (text, right, up) => {
  expect(await textOf(latin(50, 700, text) + latin(50 + right, 700 + up, text))).toBe(text);
  const shifts = [0, 0.3, 0.6, 0.9].map((shift) => latin(50 + shift / 3, 700, text));
  expect(await textOf(shifts.join(""))).toBe(text);
});

test("equal digits set tightly are not taken for one painted twice", async () => {
  expect(await textOf(`-1 Tc ${latin(50, 700, "5555")}`)).toBe("5555");
});

test("form fields that are printed are text, hidden ones are none", async () => {
  const field = (flags: number) =>
    `<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(1,234.56)/F ${flags}/Rect[0 0 2000 2000]/AP<</N 8 0 R>>>>`;
  const forms = { Value: latin(100, 700, "1,234.56") };
  const read = async (flags: number) => {
    const pages = [{ content: latin(50, 700, "a"), entries: `/Annots[${field(flags)}]` }];
    const [page] = await pagesOf({ pages, forms });
    return page?.glyphs.map(({ text }) => text).join("");
  };
  expect(await read(4)).toBe("a1,234.56");
  expect(await read(2)).toBe("a");
});

const table = [0, 1, 2, 3, 4, 5].map((i) => latin(100, 700 - 20 * i, `${i + 1},234.56`)).join("");
const digits = "1,234.562,234.563,234.564,234.565,234.566,234.56";

test("a level watermark across the text is set apart: tiled and faint, or single and large", async () => {
  const tiles = Array.from({ length: 40 }, (_, i) =>
    chinese(40 + 90 * (i % 5), 730 - 17 * Math.floor(i / 5), "仅供查阅", 11),
  );
  expect(await textOf(`0.8 g ${tiles.join("")}${black}${table}`)).toBe(digits);
  expect(await textOf(`${table} 0.6 g ${chinese(90, 640, "内部资料", 24)}`)).toBe(digits);
  expect(await textOf(`1 0 0 rg ${chinese(60, 630, "作废", 60)} ${black} ${table}`)).toBe(digits);
});

test("grey text that lies across nothing is text", async () => {
  const notes = `0.6 g ${chinese(100, 740, "单位：万元")}${latin(160, 700, "7.00")}`;
  expect(await textOf(`${notes} ${black} ${table}`)).toBe(`单位：万元7.00${digits}`);
});

test("a seal's arc and what stands within it is set apart from the table below it", async () => {
  const around = Array.from({ length: 12 }, (_, i) => {
    const angle = Math.PI * (1.1 - i / 9);
    const [c, s] = [Math.cos(angle - Math.PI / 2), Math.sin(angle - Math.PI / 2)];
    const [x, y] = [125 + 55 * Math.cos(angle), 650 + 55 * Math.sin(angle)];
    const code = (0x5c40 + i).toString(16);
    return `BT /F2 12 Tf ${c} ${s} ${-s} ${c} ${x} ${y} Tm <${code}> Tj ET `;
  });
  const seal = `.9 0 0 rg ${around.join("")}${chinese(100, 655, "财务专用章", 10)}`;
  expect(await textOf(table + seal)).toBe(digits);
});

async function pagesOf(spec: PdfSpec): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of readPdf(buildPdf(spec))) pages.push(page);
  return pages;
}

async function textOf(content: string): Promise<string> {
  const [page] = await pagesOf({ pages: [{ content }] });
  return page?.glyphs.map(({ text }) => text).join("") ?? "";
}
