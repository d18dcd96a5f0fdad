/**
 * Width and height that a picture (PNG, JPEG) says to have, without opening it: decoders allocate what it says before they find
 * that it lies. Undefined where it says nothing.
 */
export function dotsOf(bytes: Uint8Array): readonly [width: number, height: number] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return bytes[0] === 0xff ? jpegDots(view) : [view.getUint32(16), view.getUint32(20)];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** From segment to segment until the one that begins a frame (ISO 10918-1, B.1.1.3). */
function jpegDots(view: DataView): readonly [width: number, height: number] {
  let at = 2;
  while (!isFrame(view.getUint16(at))) at += 2 + view.getUint16(at + 2);
  return [view.getUint16(at + 7), view.getUint16(at + 5)];
}

/** SOF0 to SOF15, among which stand those of tables: DHT, JPG, DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}
