import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Place } from "../model/place.ts";

/** From where the links of workbooks are meant. */
export interface LinkOptions {
  /** Folder that relative source names start from, absolute: without it, they have no links. */
  readonly sourceBase?: string;
  /**
   * The output folder, absolute: links are then relative to the workbook, and lead to the sources wherever both are moved
   * together. Without it (a part of a run, which another folder takes), they are absolute.
   */
  readonly linkFrom?: string;
}

/**
 * A source as a link in a workbook at a path in the output; of a file in an archive the archive, as nothing leads into it.
 * Undefined where it is not known from where its relative name is meant.
 */
export function linkTo(
  source: string,
  workbook: string,
  { sourceBase, linkFrom }: LinkOptions,
): string | undefined {
  const name = source.replace(/(\.zip)\/.*$/i, "$1");
  if (!isAbsolute(name) && sourceBase === undefined) return undefined;
  const path = sourceBase === undefined ? name : resolve(sourceBase, name);
  if (linkFrom === undefined) return pathToFileURL(path).href;
  const way = relative(dirname(join(linkFrom, workbook)), path);
  // Another drive of Windows has no relative way.
  return isAbsolute(way)
    ? pathToFileURL(path).href
    : way.split(sep).map(encodeURIComponent).join("/");
}

/** Where in the file a viewer should go: the page of a PDF, the cell of a workbook. */
export function fragmentOf({ page, sheet, cell = "A1" }: Place = {}): string {
  if (sheet !== undefined)
    return `#${encodeURIComponent(`'${sheet.replaceAll("'", "''")}'!${cell}`)}`;
  return page === undefined ? "" : `#page=${page}`;
}
