// peers.mjs FILE, from the folder of a package.json whose node_modules have pdf-parse: the tables of a PDF as JSON, rows of texts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { PDFParse } = createRequire(`${process.cwd()}/`)("pdf-parse");
const parser = new PDFParse({ data: new Uint8Array(readFileSync(process.argv[2])) });
const { pages } = await parser.getTable();
const tables = pages.flatMap((page) => page.tables);
await parser.destroy();
process.stdout.write(
  JSON.stringify(tables.map((rows) => rows.map((row) => row.map((cell) => cell ?? "")))),
);
