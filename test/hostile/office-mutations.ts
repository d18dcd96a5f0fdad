import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { docx } from "../read/office/docx.ts";
import { BODY, HEAD, MERGES, sheet, workbook } from "../read/office/xlsx.ts";
import { mutated, randomOf } from "../read/pdf/mutate.ts";

/** Something hostile in an Office file or an archive. */
export interface HostileFile {
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

type Random = (limit: number) => number;
/** `at`: a server that must never be asked. */
type Make = (random: Random, at: string) => readonly [ending: string, bytes: Uint8Array];

const row = (...texts: string[]) => texts.map((text) => ({ text }));

/** An honest file of each kind, of one invented office. */
const HONEST: Readonly<Record<string, () => Uint8Array>> = {
  xlsx: () => workbook({ 表1: sheet([...HEAD, ...BODY], MERGES) }),
  xls: () => workbook({ 表1: sheet([...HEAD, ...BODY], MERGES) }, "biff8"),
  docx: () =>
    docx([
      "泾县文化馆2024年部门预算",
      "部门支出总表",
      "单位：万元",
      [
        row("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        row("207", "文化旅游体育与传媒支出", "120.50", "80.20", "40.30"),
      ],
    ]),
};

const honest = (ending: string): Uint8Array => HONEST[ending]?.() ?? new Uint8Array();
const oneOf = <T>(random: Random, things: readonly [T, ...T[]]): T =>
  things[random(things.length)] ?? things[0];
const zipped = (random: Random) => oneOf(random, ["xlsx", "docx"]);
const open = (ending: string): Zippable => ({ ...unzipSync(honest(ending)) });

/** The part of an Office file that holds its text, changed. */
function rewritten(ending: string, change: (xml: string) => string): Uint8Array {
  const parts = open(ending);
  const path = ending === "docx" ? "word/document.xml" : "xl/worksheets/sheet1.xml";
  const text = new TextDecoder().decode(parts[path] as Uint8Array);
  return zipSync({ ...parts, [path]: strToU8(change(text)) });
}

function withParts(ending: string, more: Zippable): Uint8Array {
  return zipSync({ ...open(ending), ...more });
}

/** Two or four bytes in each header of an archive: 8 is the method, 6 the flags, 22 the size of what is unpacked, … */
function lied(bytes: Uint8Array, field: number, width: 2 | 4, random: Random): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let i = 0; i + 46 < copy.length; i++) {
    const signature = view.getUint32(i, true);
    const central = signature === 0x02014b50;
    if (!central && signature !== 0x04034b50) continue;
    const at = i + field + (central ? 2 : 0);
    if (random(3) === 0) continue;
    if (width === 2) view.setUint16(at, random(65_536), true);
    else view.setUint32(at, random(2 ** 32), true);
  }
  return copy;
}

const relationships = (type: string, target: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  );

const KINDS: Readonly<Record<string, Make>> = {
  "bytes changed": (random) => {
    const ending = oneOf(random, ["xlsx", "docx", "xls"]);
    return [ending, mutated(honest(ending), random(2 ** 31))];
  },
  truncated: (random) => {
    const ending = oneOf(random, ["xlsx", "docx", "xls"]);
    const bytes = honest(ending);
    return [ending, bytes.slice(0, random(bytes.length))];
  },
  "sizes lied about": (random) => {
    const ending = zipped(random);
    return [ending, lied(honest(ending), oneOf(random, [14, 18, 22]), 4, random)];
  },
  "names and methods lied about": (random) => {
    const ending = zipped(random);
    return [ending, lied(honest(ending), oneOf(random, [6, 8, 26, 28]), 2, random)];
  },
  encrypted: (random) => {
    const ending = zipped(random);
    const copy = honest(ending).slice();
    const view = new DataView(copy.buffer);
    for (let i = 0; i + 30 < copy.length; i++) {
      const signature = view.getUint32(i, true);
      if (signature === 0x04034b50) copy[i + 6] = 1;
      if (signature === 0x02014b50) copy[i + 8] = 1;
    }
    return [ending, copy];
  },
  "a bomb in a part": (random) => {
    const ending = zipped(random);
    const path = oneOf(random, ["word/media/a.png", "xl/media/a.png", "docProps/app.xml", "x"]);
    return [ending, withParts(ending, { [path]: new Uint8Array(21_000_000 + random(9_000_000)) })];
  },
  "a bomb in an archive": (random) => [
    "zip",
    zipSync({
      "表.xlsx": honest("xlsx"),
      "空.txt": new Uint8Array(21_000_000 + random(9_000_000)),
    }),
  ],
  "archives in archives": (random) => {
    let inner = honest("xlsx");
    const deep = 2 + random(30);
    for (let i = 0; i < deep; i++)
      inner = zipSync({ [i === 0 ? "表.xlsx" : `${i}.zip`]: inner }, { level: 0 });
    return ["zip", inner];
  },
  "paths out of the folder": (random) => {
    const name = oneOf(random, [
      "../../escaped.xlsx",
      "/tmp/yusuan-escaped.xlsx",
      "C:\\escaped.xlsx",
      "a/../../../escaped.xlsx",
      "..\\..\\escaped.xlsx",
      "\u0000.xlsx",
    ]);
    return ["zip", zipSync({ [name]: honest("xlsx"), "正常.txt": strToU8("text") })];
  },
  "long and strange names": (random) => {
    const letter = oneOf(random, ["长", "a", "\u202e", "🏛", "."]);
    const name = `${letter.repeat(1 + random(250))}.xlsx`;
    return ["zip", zipSync({ [name]: honest("xlsx"), [`${name}/${name}`]: strToU8("text") })];
  },
  "very many entries": (random) => {
    const parts: Zippable = { "表.xlsx": honest("xlsx") };
    const count = oneOf(random, [500, 5_000, 25_000]);
    for (let i = 0; i < count; i++) parts[`${i}.bin`] = new Uint8Array();
    return ["zip", zipSync(parts)];
  },
  "links to elsewhere": (random, at) => {
    if (random(2) === 0)
      return [
        "docx",
        withParts("docx", {
          "word/_rels/document.xml.rels": relationships("image", `${at}/picture.png`),
          "word/_rels/settings.xml.rels": relationships("attachedTemplate", `${at}/macro.dotm`),
        }),
      ];
    return [
      "xlsx",
      withParts("xlsx", {
        "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>"),
        "xl/externalLinks/_rels/externalLink1.xml.rels": relationships("externalLinkPath", at),
        "xl/connections.xml": strToU8(`<connections><connection url="${at}"/></connections>`),
      }),
    ];
  },
  macros: (random) => {
    const code = strToU8('Attribute VB_Name\nSub Auto_Open()\nShell "touch escaped"\nEnd Sub');
    const path = oneOf(random, [
      "xl/vbaProject.bin",
      "word/vbaProject.bin",
      "xl/macrosheets/a.xml",
    ]);
    const ending = zipped(random);
    return [ending, withParts(ending, { [path]: code })];
  },
  entities: (random, at) => {
    const deep = 3 + random(20);
    const laughs = Array.from(
      { length: deep },
      (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
    ).join("");
    const own = oneOf(random, [
      `<!DOCTYPE a [<!ENTITY a0 "ha">${laughs}]>`,
      `<!DOCTYPE a [<!ENTITY a${deep} SYSTEM "file:///etc/passwd">]>`,
      `<!DOCTYPE a SYSTEM "${at}/a.dtd">`,
    ]);
    const ending = zipped(random);
    return [
      ending,
      rewritten(ending, (xml) => xml.replace(/\?>/, `?>${own}`).replace(/>合计</, `>&a${deep};<`)),
    ];
  },
  "cells of nothing": (random) => {
    const cells = 1 + random(1_000_000);
    const far = oneOf(random, ["XFD1048576", `A${1 + random(1_048_576)}`, "ZZZ99999999"]);
    const nothing = oneOf(random, [
      `<row r="900000"><c r="${far}"/></row>`,
      `<row r="9">${"<c/>".repeat(Math.min(cells, 200_000))}</row>`,
      "<row/>".repeat(cells),
    ]);
    return [
      "xlsx",
      rewritten("xlsx", (xml) =>
        xml
          .replace(/<dimension ref="[^"]*"/, `<dimension ref="A1:${far}"`)
          .replace("</sheetData>", `${nothing}</sheetData>`),
      ),
    ];
  },
  "deep tables": (random) => {
    const deep = 10 + random(3_000);
    return [
      "docx",
      rewritten("docx", (xml) =>
        xml.replace(
          "<w:tbl>",
          `${"<w:tbl><w:tr><w:tc>".repeat(deep)}${"</w:tc></w:tr></w:tbl>".repeat(deep)}<w:tbl>`,
        ),
      ),
    ];
  },
  "spans of billions": (random) => {
    if (random(2) === 0)
      return [
        "docx",
        rewritten("docx", (xml) =>
          xml.replace("<w:tcPr>", `<w:tcPr><w:gridSpan w:val="${random(2 ** 31)}"/>`),
        ),
      ];
    return [
      "xlsx",
      rewritten("xlsx", (xml) =>
        xml.replace(/<mergeCell ref="[^"]*"/g, '<mergeCell ref="A1:XFD1048576"'),
      ),
    ];
  },
};

const NAMES = Object.keys(KINDS);

/** How many kinds there are. */
export const OFFICE_KINDS = NAMES.length;

/** Kinds come in turn, so that each is there as often as the others. */
export function officeKind(seed: number): string {
  return NAMES[seed % NAMES.length] ?? "";
}

/** The hostile file of a seed. */
export function hostileOffice(seed: number, at: string): HostileFile {
  const kind = officeKind(seed);
  const [ending, bytes] = KINDS[kind]?.(randomOf(seed), at) ?? ["", new Uint8Array()];
  return { name: `office-${seed}.${ending}`, kind, bytes };
}
