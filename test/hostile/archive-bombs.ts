import { strToU8, zipSync } from "fflate";
import type { Bomb } from "./bombs.ts";

const TEXT = strToU8("text");
const zip = (name: string, parts: () => Readonly<Record<string, Uint8Array>>): Bomb => ({
  name: `${name}.zip`,
  make: () => zipSync(parts()),
});

/** Every header's name overwritten by another of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.write(to, at);
  return new Uint8Array(copy);
}

/** An archive whose directory names its one file again and again, each time from the same bytes. */
function repeated(bytes: Uint8Array, count: number): Uint8Array {
  const whole = Buffer.from(bytes);
  const start = whole.indexOf("PK\u0001\u0002");
  const end = whole.indexOf("PK\u0005\u0006");
  const record = whole.subarray(start, end);
  const records = Array.from({ length: count }, (_, at) => {
    const copy = Buffer.from(record);
    copy.write(String(at).padStart(5, "0"), 46);
    return copy;
  });
  const last = Buffer.from(whole.subarray(end));
  last.writeUInt16LE(count, 8);
  last.writeUInt16LE(count, 10);
  last.writeUInt32LE(record.length * count, 12);
  return new Uint8Array(Buffer.concat([whole.subarray(0, start), ...records, last]));
}

/** Archives that unpack to more than they hold, or to where they must not. */
export const ARCHIVE_BOMBS: readonly Bomb[] = [
  zip("members-65000", () =>
    Object.fromEntries(Array.from({ length: 65_000 }, (_, at) => [`${at}.txt`, TEXT])),
  ),
  zip("folders-65000-deep", () => ({ [`${"a/".repeat(30_000)}a.txt`]: TEXT })),
  zip("device-names", () =>
    Object.fromEntries(
      ["CON", "NUL.txt", "aux.xlsx", "COM1", "a:b.txt", "a ", "a.", " ", "."].map((name) => [
        name,
        TEXT,
      ]),
    ),
  ),
  zip("out-of-the-folder", () =>
    Object.fromEntries(
      [
        "../escaped.txt",
        "/escaped.txt",
        "//host/escaped.txt",
        "..\\escaped.txt",
        "a/./../../escaped.txt",
      ].map((name) => [name, TEXT]),
    ),
  ),
  {
    name: "names-twice.zip",
    make: () => renamed(zipSync({ "a.txt": TEXT, "b.txt": strToU8("other") }), "b.txt", "a.txt"),
  },
  {
    name: "name-with-nul.zip",
    make: () => renamed(zipSync({ "a_b.txt": TEXT, "c.txt": TEXT }), "a_b", "a\0b"),
  },
  {
    name: "one-file-19000-times.zip",
    make: () => repeated(zipSync({ "00000.txt": strToU8("预算1.50万元\n".repeat(1_000)) }), 19_000),
  },
  {
    name: "one-bomb-19000-times.zip",
    make: () => repeated(zipSync({ "00000.txt": new Uint8Array(19e6) }), 19_000),
  },
  {
    name: "directory-lied.zip",
    make: () => {
      const copy = Buffer.from(zipSync({ "a.txt": TEXT }));
      copy.writeUInt32LE(0xfffffff0, copy.indexOf("PK\u0005\u0006") + 12);
      return new Uint8Array(copy);
    },
  },
];
