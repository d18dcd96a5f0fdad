import type { Reading, RecognisedLine, Recogniser } from "./engine.ts";
import { type Raster, widened } from "./raster.ts";

/** A line with a character that the recogniser is less sure of is looked at again. */
const UNSURE = 0.8;
/** By how much wider: characters a few pixels wide get lost between two steps of a network. */
const WIDER = 4 / 3;
/** Where a character more or less is another number. */
const DIGITS = /^[\d.,]+$/;

/**
 * Reads lines, and once more, wider, those that it is not sure of. What it is surer of counts, as sure as it was at first: an
 * ornament that looks like an A when it is stretched is no text. The readings of both looks are kept.
 */
export async function readLines(
  lines: readonly Raster[],
  recogniser: Recogniser,
): Promise<RecognisedLine[]> {
  const read = await recogniser.read(lines);
  const again = lines.map((_, i) => i).filter((i) => sureness(read[i]) < UNSURE);
  const wider = await recogniser.read(again.map((i) => widened(lines[i] as Raster, WIDER)));
  for (const [k, i] of again.entries())
    read[i] = surer(read[i] as RecognisedLine, wider[k] as RecognisedLine);
  return read;
}

/**
 * How sure it is of its least sure character, and of digits that there is no other: a point that was almost seen is in no
 * character. Of a line without any there was ink all the same.
 */
function sureness(line: RecognisedLine | undefined): number {
  if (!line?.characters.length) return 0;
  const text = line.characters.map((each) => each.text).join("");
  const share = line.readings.find((reading) => reading.text === text)?.share ?? 0;
  const sure = Math.min(...line.characters.map((each) => each.sure));
  return DIGITS.test(text) ? Math.min(sure, share) : sure;
}

function surer(one: RecognisedLine, other: RecognisedLine): RecognisedLine {
  const first = sureness(one);
  const { characters } = sureness(other) > first ? other : one;
  const shares = new Map<string, number>();
  for (const { text, share } of [...one.readings, ...other.readings])
    shares.set(text, (shares.get(text) ?? 0) + share / 2);
  const readings = [...shares].map(([text, share]): Reading => ({ text, share }));
  return {
    characters: characters.map((each) => ({ ...each, sure: Math.min(each.sure, first) })),
    readings: readings.sort((a, b) => b.share - a.share),
  };
}
