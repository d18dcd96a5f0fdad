import type { PathSteps } from "./paths.ts";
import { loadPdfJs, VERBOSITY } from "./pdfjs.ts";

/** One path with each kind of step, in a PDF just good enough for pdf.js. */
const PROBE = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj
4 0 obj<</Length 40>>stream
11 12 m 13 14 l 15 16 17 18 19 20 c h S
endstream endobj
trailer<</Root 1 0 R>>
`;

let probed: Promise<PathSteps> | undefined;

/**
 * How this version of pdf.js numbers the steps of a path. The numbering is internal and has changed (closing a path was 3
 * up to 5.4, and is 4 since), so it is read off a known path instead of trusted.
 */
export function pathSteps(): Promise<PathSteps> {
  probed ??= probe();
  return probed;
}

async function probe(): Promise<PathSteps> {
  const { api } = await loadPdfJs();
  const task = api.getDocument({ data: new TextEncoder().encode(PROBE), verbosity: VERBOSITY });
  try {
    const page = await (await task.promise).getPage(1);
    const { fnArray, argsArray } = await page.getOperatorList();
    const data: number[] = argsArray[fnArray.indexOf(api.OPS.constructPath)][1][0];
    const [move, line, curve, close] = [data[0], data[3], data[6], data[13]];
    if (move === undefined || line === undefined || curve === undefined || close === undefined)
      throw new Error("unknown form of paths");
    const sizes: number[] = [];
    sizes[move] = sizes[line] = 2;
    sizes[curve] = 6;
    sizes[close] = 0;
    return { move, line, close, sizes };
  } finally {
    await task.destroy();
  }
}
