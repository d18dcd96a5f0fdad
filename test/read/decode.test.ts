import { describe, expect, it } from "vitest";
import { InputError } from "../../src/model/errors.ts";
import { decodeText } from "../../src/read/decode.ts";
import { foldRadicals } from "../../src/read/fold.ts";
import { sniff } from "../../src/read/sniff.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("decodeText", () => {
  it.each([
    ["UTF-8", utf8("预算\t9.00")],
    ["UTF-8 with a mark", utf8("\ufeff预算\t9.00")],
    ["UTF-16 LE", Uint8Array.from(Buffer.from("\ufeff预算\t9.00", "utf16le"))],
    ["UTF-16 BE", Uint8Array.from(Buffer.from("\ufeff预算\t9.00", "utf16le").swap16())],
    ["GB18030", Uint8Array.from([0xd4, 0xa4, 0xcb, 0xe3, 0x09, 0x39, 0x2e, 0x30, 0x30])],
  ])("reads %s", (_, bytes) => {
    expect(decodeText(bytes)).toBe("预算\t9.00");
  });

  it("folds line ends and drops what prints nothing", () => {
    expect(decodeText(utf8("一\r\n二\r三\u200b\n"))).toBe("一\n二\n三\n");
  });

  it("keeps a UTF-8 text whose last character is cut", () => {
    const bytes = utf8(`${"部门预算公开".repeat(40)}年`);
    expect(decodeText(bytes.subarray(0, -1))).toBe(`${"部门预算公开".repeat(40)}\ufffd`);
  });

  it("refuses binary data", () => {
    expect(() => decodeText(Uint8Array.from([1, 0, 2, 0, 0]))).toThrow(InputError);
  });
});

describe("foldRadicals", () => {
  it("folds the radicals of both blocks and compatibility ideographs", () => {
    expect(foldRadicals("⽉⻔⺠⻓⻋\uf9e4")).toBe("月门民长车理");
  });

  it("keeps full-width punctuation and digits", () => {
    expect(foldRadicals("（１２）：，％①㎡")).toBe("（１２）：，％①㎡");
  });
});

/** An Office file as of before 2007, with one stream. */
function compoundWith(stream: string): Uint8Array {
  return Uint8Array.from([...[0xd0, 0xcf, 0x11, 0xe0, 0xa1], ...Buffer.from(stream, "utf16le")]);
}

describe("sniff", () => {
  it.each([
    ["pdf", utf8("%PDF-1.7\n%âãÏÓ")],
    ["pdf", utf8("\ufeff\n%PDF-1.4")],
    ["text", utf8("部门预算")],
    ["text", Uint8Array.from(Buffer.from("\ufeff预算", "utf16le"))],
    ["word", utf8("PK\u0003\u0004....word/document.xml")],
    ["spreadsheet", utf8("PK\u0003\u0004....xl/workbook.xml")],
    ["spreadsheet", compoundWith("Workbook")],
    [
      "spreadsheet",
      utf8("PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"),
    ],
    ["odt", utf8("PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.textPK")],
    ["doc", compoundWith("WordDocument")],
    ["rtf", utf8("{\\rtf1\\ansi")],
    ["picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["picture", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ])("sees %s", (kind, bytes) => {
    expect(sniff(bytes)).toBe(kind);
  });

  it.each([
    ["the file is empty", new Uint8Array()],
    ["a PowerPoint file", compoundWith("PowerPoint Document")],
    ["an encrypted Office document", compoundWith("EncryptedPackage")],
    ["a ZIP archive", utf8("PK\u0003\u0004....a.txt")],
    ["a TIFF image: save it as PNG, JPEG or PDF", Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0])],
    ["an old Office document", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ["binary data", Uint8Array.from([3, 9, 0, 0, 17, 0])],
  ])("refuses %s", (reason, bytes) => {
    expect(() => sniff(bytes)).toThrow(InputError);
    expect(() => sniff(bytes)).toThrow(reason);
  });
});
