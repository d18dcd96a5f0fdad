import { crc32, deflateSync } from "node:zlib";
import type { Bomb } from "./bombs.ts";

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey picture of 1 bit a dot, which holds so many bytes of what it says to be. */
function png(width: number, height: number, bytes: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const parts = [chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.alloc(bytes)))];
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("89504e470d0a1a0a", "hex"),
      ...parts,
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

/** The beginning of a JPEG that says to be as large as a JPEG can. */
const JPEG = "ffd8ffe000104a46494600010100000100010000ffc0000b08ffffffff01011100ffd9";
/** A TIFF whose directory is followed by itself: 2e9 wide and high. */
const TIFF =
  "49492a00080000000300000104000100000000943577010104000100000000943577110104000100000008000000" +
  "08000000";

/** Pictures that say to be larger than anything that is printed. */
export const PICTURE_BOMBS: readonly Bomb[] = [
  { name: "dots-20000x20000.png", make: () => png(20_000, 20_000, 2_501 * 20_000) },
  { name: "dots-60000x60000.png", make: () => png(60_000, 60_000, 7_501 * 60_000) },
  { name: "dots-2e9x2e9.png", make: () => png(2e9, 2e9, 1e6) },
  { name: "dots-1x1e6.png", make: () => png(1, 1e6, 2e6) },
  { name: "dots-65535x65535.jpg", make: () => new Uint8Array(Buffer.from(JPEG, "hex")) },
  { name: "dots-2e9x2e9.tif", make: () => new Uint8Array(Buffer.from(TIFF, "hex")) },
];
