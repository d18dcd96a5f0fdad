import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkZip, memberIn, unzipped, zipEntries } from "../../src/read/zip.ts";
import { ARCHIVE_BOMBS } from "../hostile/archive-bombs.ts";

const bomb = (name: string): Uint8Array =>
  ARCHIVE_BOMBS.find((each) => each.name === name)?.make() ?? new Uint8Array();

/** The bytes of 预算 in the code page of a Chinese Windows, which archives use without saying so. */
const GBK = Uint8Array.from([0xd4, 0xa4, 0xcb, 0xe3]);

/** An archive whose one name is given in raw bytes: as long as the placeholder that stands for it. */
function named(raw: Uint8Array): Uint8Array {
  const placeholder = "x".repeat(raw.length);
  const bytes = zipSync({ [`${placeholder}.txt`]: strToU8("一") });
  const text = Buffer.from(bytes);
  for (let at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, at + 1))
    text.set(raw, at);
  return new Uint8Array(text);
}

describe("an archive", () => {
  it("has names in UTF-8, and in GB18030 where they are none", async () => {
    const names = async (bytes: Uint8Array) => (await zipEntries(bytes)).map(({ name }) => name);
    expect(await names(zipSync({ "2024/预算.txt": strToU8("一") }))).toEqual(["2024/预算.txt"]);
    expect(await names(named(GBK))).toEqual(["预算.txt"]);
  });

  it("gives the bytes of its files, and of those in an archive in it", async () => {
    const inner = zipSync({ "a/表.txt": strToU8("二") });
    const outer = zipSync({ "内.zip": inner, "一.txt": strToU8("一") });
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    expect(text(await unzipped(outer, "一.txt"))).toBe("一");
    expect(text(await memberIn(outer, ["内.zip", "a/表.txt"]))).toBe("二");
    await expect(unzipped(outer, "../一.txt")).rejects.toThrow(/no file/);
  });

  it("whose files share their bytes is not unpacked, and no name has a NUL", async () => {
    await expect(zipEntries(bomb("one-file-19000-times.zip"))).rejects.toThrow(
      "00001.txt has the bytes of another file",
    );
    const names = (await zipEntries(bomb("name-with-nul.zip"))).map(({ name }) => name);
    expect(names).toEqual(["a\u{FFFD}b.txt", "c.txt"]);
  });

  it("of many files is read without a warning", async () => {
    const warnings: string[] = [];
    const hear = ({ message }: Error) => warnings.push(message);
    process.on("warning", hear);
    const files = Array.from({ length: 40 }, (_, i) => [`${i}.txt`, strToU8("一")] as const);
    expect(await zipEntries(zipSync(Object.fromEntries(files)))).toHaveLength(40);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", hear);
    expect(warnings).toEqual([]);
  });

  it("that is broken or a bomb is refused", async () => {
    const good = zipSync({ "a.txt": strToU8("一") });
    await expect(zipEntries(good.subarray(0, good.length - 8))).rejects.toThrow(/broken/);
    const bomb = zipSync({ "a.txt": new Uint8Array(60_000_000) });
    await expect(zipEntries(bomb)).rejects.toThrow(/times its size/);
  });

  it("whose bytes were changed is refused, where its format alone would not show it", async () => {
    const archive = zipSync({ "表.txt": strToU8("金额 120.50") }, { level: 0 });
    archive[Buffer.from(archive).indexOf("120.50")] = "9".charCodeAt(0);
    await expect(unzipped(archive, "表.txt")).rejects.toThrow(/表.txt is not what its checksum/);
    await expect(checkZip(archive)).rejects.toThrow(/checksum/);
  });
});
