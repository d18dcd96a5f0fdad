import { deflateSync } from "node:zlib";

/** A stream with its dictionary's entries. */
export interface Stream {
  readonly entries: string;
  readonly data: Uint8Array;
}

/** A Flate stream: little to store, whatever it becomes. */
export function squeezed(content: string | Uint8Array, entries = ""): Stream {
  return { entries, data: deflateSync(content, { level: 6 }) };
}

export interface RawSpec {
  readonly content: Stream;
  /** How the content is packed, the outermost first. */
  readonly filters?: readonly string[];
  readonly resources?: string;
  /** More entries of the page's, the catalogue's and the trailer's dictionaries. */
  readonly page?: string;
  readonly catalogue?: string;
  readonly trailer?: string;
  /** How often the page tree names the page. */
  readonly pages?: number;
  /** What the page tree says instead. */
  readonly count?: number;
  readonly kids?: string;
  /** What the trailer says of the number of objects. */
  readonly size?: number;
  /** From number 6 on: streams that are squeezed, or bodies as they are. */
  readonly objects?: readonly (Stream | string)[];
}

/** A PDF that may lie: object 3 is the page, 4 its content, 5 a font (Helvetica, /F1), then what is given. */
export function rawPdf(spec: RawSpec): Uint8Array {
  const { content, filters = ["FlateDecode"], resources = "", pages = 1, objects = [] } = spec;
  const { page = "", catalogue = "", trailer = "" } = spec;
  const kids = spec.kids ?? "3 0 R ".repeat(pages);
  const filter = `/Filter[${filters.map((name) => `/${name}`).join("")}]`;
  const font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
  const bodies: (string | Buffer)[] = [
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${spec.count ?? pages}>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>${resources}>>/Contents 4 0 R${page}>>`,
    streamOf(content, filter),
    font,
    ...objects.map((object) =>
      typeof object === "string" ? object : streamOf(object, "/Filter/FlateDecode"),
    ),
  ];
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  let at = 9;
  const offsets = bodies.map((body, i) => {
    const offset = at;
    const whole = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj`),
      typeof body === "string" ? Buffer.from(body) : body,
      Buffer.from("endobj\n"),
    ]);
    parts.push(whole);
    at += whole.length;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  parts.push(
    Buffer.from(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows.join("")}trailer<</Size ${spec.size ?? bodies.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function streamOf({ entries, data }: Stream, filter: string): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${entries}${filter}/Length ${data.length}>>stream\n`),
    data,
    Buffer.from("\nendstream"),
  ]);
}
