import type { Raster } from "./raster.ts";

/** One way to read a line of text. */
export interface Reading {
  readonly text: string;
  /** How much of all that the recogniser finds possible speaks for it, from 0 to 1. */
  readonly share: number;
}

/** A line of text as recognised. */
export interface RecognisedLine {
  /** Its characters, each with the middle of where it stands, as a part of the line's width, and how sure it is (0 to 1). */
  readonly characters: readonly {
    readonly text: string;
    readonly at: number;
    readonly sure: number;
  }[];
  /** All readings that are at all likely, the likeliest first. */
  readonly readings: readonly Reading[];
}

/** Something that reads text in pictures. */
export interface Recogniser {
  /** Its name and version, as facts about the result. */
  readonly name: string;
  /** Reads lines of text, each a picture of its own, dark on light. */
  read(lines: readonly Raster[]): Promise<RecognisedLine[]>;
}
