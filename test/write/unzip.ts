import { inflateRawSync } from "node:zlib";

export interface Entry {
  readonly text: string;
  readonly dates: readonly number[];
}

/** The texts of a zip archive's files, by name, with the dates of their local and central headers. */
export function unzip(zip: Uint8Array): Map<string, Entry> {
  const data = Buffer.from(zip);
  const files = new Map<string, Entry>();
  const end = data.length - 22;
  let at = data.readUInt32LE(end + 16);
  for (let n = data.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? data.readUInt32LE(at + offset) : data.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    files.set(data.toString("utf8", at + 46, at + 46 + name), {
      text: inflateRawSync(data.subarray(start, start + size)).toString("utf8"),
      dates: [data.readUInt32LE(local + 10), data.readUInt32LE(at + 12)],
    });
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The cells of a sheet (`B2` → text or number), strings looked up. */
export function cellsOf(zip: Uint8Array, sheet: number): Map<string, string> {
  const files = unzip(zip);
  const strings = [
    ...(files.get("xl/sharedStrings.xml")?.text ?? "").matchAll(/<t[^>]*>(.*?)<\/t>/gs),
  ].map(([, text = ""]) => unescapeXml(text));
  const xml = files.get(`xl/worksheets/sheet${sheet}.xml`)?.text ?? "";
  const cells = new Map<string, string>();
  for (const [, ref = "", type, value = ""] of xml.matchAll(
    /<c r="([A-Z]+\d+)"[^>]*?(?: t="(\w)")?><v>(.*?)<\/v>/g,
  )) {
    cells.set(ref, type === "s" ? `"${strings[Number(value)]}"` : value);
  }
  return cells;
}

function unescapeXml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
