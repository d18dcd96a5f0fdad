import { extname } from "node:path";
import { UsageError } from "../model/errors.ts";

/** A module of this folder for a child process to load: compiled beside this one, or as a source beside it. */
export function jobUrl(name: string): URL {
  return new URL(`./${name}${extname(import.meta.url)}`, import.meta.url);
}

/** The time that an option gives a document. */
export function seconds(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 86_400) {
    throw new UsageError(`--timeout takes a whole number of seconds, not "${text}"`);
  }
  return number;
}
