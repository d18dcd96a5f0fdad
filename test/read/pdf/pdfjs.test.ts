import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { loadPdfJs } from "../../../src/read/pdf/pdfjs.ts";
import { DirectPort } from "../../../src/read/pdf/port.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";

test("pdf.js leaves the thread's own methods as they were", async () => {
  await loadPdfJs();
  // Of another realm: pdf.js brings a stand-in for this one, too.
  const source = runInNewContext("Function.prototype.toString") as () => string;
  for (const method of [[].push, JSON.parse, JSON.stringify]) {
    expect(source.call(method)).toContain("[native code]");
  }
});

test("no font is bound to a renderer, and none outlined instead", async () => {
  const sent = vi.spyOn(DirectPort.prototype, "postMessage");
  const sample = readFileSync("samples/shanghai-budget-2025.pdf");
  for await (const page of readPdf(new Uint8Array(sample))) {
    expect(page.glyphs.length).toBeGreaterThan(0);
  }
  const asked = sent.mock.calls.map(([message]) => (message as { action?: unknown }).action);
  sent.mockRestore();
  expect(asked).toContain("commonobj");
  expect(asked).not.toContain("FontFallback");
});
