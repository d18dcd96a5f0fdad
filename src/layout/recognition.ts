import type { Glyph } from "../model/page.ts";
import type { Place, Recognised } from "../model/place.ts";

/**
 * What was recognised of a text that is put together from glyphs; nothing if none of them was. A text of one line keeps the
 * line's other readings, one of several has none but itself.
 */
export function recognition(glyphs: readonly Glyph[], text: string): Pick<Place, "recognised"> {
  const lines = new Set<Recognised>();
  for (const { recognised } of glyphs) if (recognised) lines.add(recognised);
  const [line, ...others] = lines;
  if (!line) return {};
  const sure = Math.min(...[...lines].map((each) => each.sure));
  const isWhole =
    others.length === 0 && line.readings[0] === glyphs.map((one) => one.text).join("");
  if (!isWhole) return { recognised: { sure, readings: [text], likely: 1 } };
  const readings = [text, ...line.readings.slice(1)];
  return { recognised: { sure, readings, likely: line.likely } };
}
