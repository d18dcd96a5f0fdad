import { isCaption, unitLabel } from "../extract/captions.ts";
import { peelCaptions } from "../extract/grids/caption-rows.ts";
import type { Block } from "../model/block.ts";
import { plain } from "../taxonomy/plain.ts";
import { matchTitle } from "../taxonomy/tables/match.ts";

/** Lines of captions that name nothing: numbers of pages and forms, who drew them up, dates. */
const NO_TITLE =
  /^[-—\d\s]+$|^第\d+页|^(?:公开|附|预决?|财决)?\d*表[-—\d]*$|^公开\d+|^(?:编制|填报|填表|制表)|^(?:部门|单位)(?:名称)?[:：]|日期|^\d{4}年\d{1,2}月/;

/** What is printed above a table, and the index of the block that prints it. */
export interface Title {
  readonly text: string;
  readonly at: number;
}

const NONE: Title = { text: "", at: -1 };

/** The title under which each block stands, as far as the lines above it tell; a page without one goes on with the last. */
export function titlesOf(blocks: readonly Block[]): Title[] {
  let title = NONE;
  /** The nearest line since the last table, and whether that line is a title by its words. */
  let line: Title | undefined;
  let named = false;
  return blocks.map((block, at) => {
    if (block.type === "grid") {
      for (const { text } of peelCaptions(block).captions) read(text, at);
      title = line ?? title;
      line = undefined;
      named = false;
      return title;
    }
    read(block.text, at);
    return line ?? title;
  });

  function read(text: string, at: number): void {
    const label = plain(text);
    if (!isCaption(text)) {
      line = undefined;
      title = NONE;
      named = false;
    } else if (label.length > 1 && !unitLabel(text) && !NO_TITLE.test(label)) {
      const names = /表(?:\([^()]*\))?$/.test(label) || matchTitle(text) !== undefined;
      // A figure or a column of a table in lines is no title of what follows.
      if (!names && (named || /\d$|^\D{0,3}$/.test(label))) return;
      line = { text: text.trim(), at };
      named = names;
    }
  }
}
