import { InputError } from "../../model/errors.ts";
import type { Page } from "../../model/page.ts";
import { dotsOf } from "./dots.ts";
import type { Recogniser } from "./engine.ts";
import { recognisePage } from "./page.ts";
import { greyOf } from "./seals.ts";

/** Sides of a sheet of A4 in points: a picture does not say how large its paper was. */
const SHORT = 595;
const LONG = 842;
/** Pixels of the largest picture that is read, and of the smallest that may hold a table. */
const LARGEST = 60_000_000;
const SMALLEST = 100;

/** Reads a picture (PNG, JPEG) as a page of A4. Throws InputError if it is broken or too large. */
export async function readPicture(bytes: Uint8Array, recogniser: Recogniser): Promise<Page> {
  const said = dotsOf(bytes);
  if (said) checkSize(said);
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const image = await loadImage(bytes).catch((error: unknown) => {
    throw new InputError(`broken picture: ${error instanceof Error ? error.message : error}`);
  });
  const size = [image.width, image.height] as const;
  checkSize(size);
  const context = createCanvas(...size).getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, ...size);
  context.drawImage(image, 0, 0);
  const { data: rgba, width, height } = context.getImageData(0, 0, ...size);
  const scale =
    width < height
      ? Math.max(width / SHORT, height / LONG)
      : Math.max(width / LONG, height / SHORT);
  const picture = greyOf({ width, height, rgba });
  const page = { width: width / scale, height: height / scale };
  const { glyphs, rules, tilt } = await recognisePage(picture, scale, recogniser);
  const scanned = glyphs.length === 0;
  return { ...{ number: 1, ...page, glyphs, rules, tilt, scanned }, recognised: true };
}

function checkSize([width, height]: readonly [number, number]): void {
  if (width * height > LARGEST)
    throw new InputError(
      `the picture has more than ${LARGEST.toLocaleString("en")} pixels`,
      "too-large",
    );
  if (Math.min(width, height) < SMALLEST)
    throw new InputError("the picture is too small", "no-disclosure");
}
