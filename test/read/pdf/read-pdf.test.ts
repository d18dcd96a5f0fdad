import { expect, test } from "vitest";
import { layoutPage } from "../../../src/layout/layout-page.ts";
import { InputError } from "../../../src/model/errors.ts";
import type { Page } from "../../../src/model/page.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { buildPdf, chinese, latin, line, type PageSpec } from "./build-pdf.ts";

test("glyphs of fonts that are not embedded, by their character maps", async () => {
  const page = await only({
    content: chinese(100, 700, "部门收支总表") + latin(100, 650, "9,469.55"),
  });
  expect(textOf(page)).toBe("部门收支总表9,469.55");
  const [first] = page.glyphs;
  expect(first?.baseline).toBeCloseTo(142);
  expect(first?.box.x0).toBeCloseTo(100);
  expect(first?.box.x1).toBeCloseTo(110);
  expect(first?.size).toBeCloseTo(10);
});

test("strokes, thin boxes and boxes without height are rules; areas and slants are not", async () => {
  const page = await only({
    content: `${line(50, 100, 250, 100)} 60 200 0.5 80 re f 70 300 90 0 re f 100 400 50 40 re f ${line(10, 10, 90, 60)}`,
  });
  expect(page.rules.map(({ direction, at, from, to }) => [direction, at, from, to])).toEqual([
    ["horizontal", 742, 50, 250],
    ["vertical", 60.25, 562, 642],
    ["horizontal", 542, 70, 160],
  ]);
});

test("rotation and crop box are gone: places are as displayed", async () => {
  const page = await only({
    content: latin(120, 210, "A") + line(120, 200, 120, 300),
    mediaBox: [100, 200, 400, 800],
    entries: "/Rotate 90",
  });
  expect([page.width, page.height]).toEqual([600, 300]);
  expect(page.rules[0]).toMatchObject({ direction: "horizontal", at: 20, from: 0, to: 100 });
  expect(page.glyphs[0]?.turn).toBe(1);
});

test("white lines show only on a shade", async () => {
  const page = await only({
    content: `1 1 1 RG ${line(10, 500, 200, 500)} 0 0.3 0.6 rg 10 90 200 30 re f ${line(10, 100, 200, 100)}`,
  });
  expect(page.rules.map(({ at }) => at)).toEqual([742]);
});

test("what a reader does not see is not read: modes, colours, slants, layers, opacity", async () => {
  const slanted = "BT /F1 40 Tf .7 .7 -.7 .7 100 100 Tm (DRAFT) Tj ET ";
  const page = await only({
    content: `3 Tr ${latin(50, 700, "mode")} 0 Tr 1 g ${latin(50, 650, "white")} 0 g ${slanted} /OC /Layer BDC ${latin(50, 600, "layer")} EMC q /Faint gs ${latin(50, 400, "faint", 60)} Q ${latin(50, 300, "seen")}`,
  });
  expect(textOf(page)).toBe("seen");
});

test("text painted twice for bold is read once; doubled digits are not", async () => {
  const page = await only({
    content: latin(50, 700, "1,100.00") + latin(50.3, 700, "1,100.00") + latin(50, 650, "11"),
  });
  expect(textOf(page)).toBe("1,100.0011");
});

test("spacing, scaling and line operators move the pen", async () => {
  const page = await only({
    content: "BT /F1 10 Tf 50 700 Td 12 TL 2 Tc (ab) Tj T* 200 Tz 0 Tc [(c) -1000 (d)] TJ ET",
  });
  const [a, b, c, d] = page.glyphs;
  expect((b?.box.x0 ?? 0) - (a?.box.x0 ?? 0)).toBeCloseTo(5.56 + 2);
  expect((c?.baseline ?? 0) - (a?.baseline ?? 0)).toBeCloseTo(12);
  expect((d?.box.x0 ?? 0) - (c?.box.x0 ?? 0)).toBeCloseTo(2 * (5 + 10));
});

test("pages without text: a picture is a scan, nothing is a blank page", async () => {
  const image = "q 500 0 0 700 40 60 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q";
  expect((await only({ content: image })).scanned).toBe(true);
  expect((await only({ content: line(10, 10, 500, 10) })).scanned).toBe(false);
});

test("sources that cannot be used say why", async () => {
  await expect(all(new TextEncoder().encode("%PDF-1.7\nnothing"))).rejects.toThrow(InputError);
  const cut = buildPdf({ pages: [{ content: latin(1, 1, "x") }] }).slice(0, 300);
  await expect(all(cut)).rejects.toThrow(/broken/);
  const locked =
    "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000000>>>/ID[<00><00>]";
  const pages = [{ content: latin(1, 1, "x") }];
  await expect(all(buildPdf({ pages, trailer: locked }))).rejects.toThrow(/encrypted/);
});

test("forms that contain themselves are read once, forms that multiply are stopped", async () => {
  const nested = buildPdf({
    pages: [{ content: `/A Do ${latin(50, 50, "b")}` }],
    forms: { A: `${latin(20, 20, "a")}/A Do` },
  });
  expect((await all(nested)).map(textOf)).toEqual(["ab"]);
  const forms = Object.fromEntries(
    Array.from({ length: 5 }, (_, i) => [
      `N${i}`,
      i === 4 ? "q Q ".repeat(2000) : `/N${i + 1} Do `.repeat(10),
    ]),
  );
  const bomb = buildPdf({ pages: [{ content: latin(1, 1, "x") }, { content: "/N0 Do" }], forms });
  await expect(all(bomb)).rejects.toThrow("page 2: more than 1,000,000 drawing operations");
});

test("too many glyphs on a page are named", async () => {
  const row = latin(10, 10, "0123456789".repeat(1000), 1);
  await expect(all(buildPdf({ pages: [{ content: row.repeat(41) }] }))).rejects.toThrow(
    "page 1: more than 400,000 glyphs",
  );
});

test("the number of pages is told before the first", async () => {
  const pages = Array.from({ length: 3 }, () => ({ content: "" }));
  const told: number[] = [];
  const reading = readPdf(buildPdf({ pages }), { onOpen: ({ pageCount }) => told.push(pageCount) });
  await reading.next();
  expect(told).toEqual([3]);
  await reading.return();
});

async function all(bytes: Uint8Array): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of readPdf(bytes)) pages.push(page);
  return pages;
}

async function only(spec: PageSpec): Promise<Page> {
  const [page] = await all(buildPdf({ pages: [spec] }));
  if (!page) throw new Error("no page");
  return page;
}

function textOf(page: Page): string {
  return page.glyphs.map(({ text }) => text).join("");
}

test("200,000 tiny boxes are no table, and the text among them is read", async () => {
  const boxes = Array.from(
    { length: 200_000 },
    (_, i) => `${(i % 500) * 1.19} ${Math.floor(i / 500) * 2.1} 3 .4 re f\n`,
  );
  const [page] = await all(
    buildPdf({ pages: [{ content: boxes.join("") + latin(50, 700, "12.34") }] }),
  );
  expect(page && layoutPage(page)).toMatchObject([{ type: "paragraph", text: "12.34" }]);
});
