import type { Block } from "../model/block.ts";

/** A sentence is over, or a heading that announces what follows. */
const ENDS = /[。！？!?；;：:）)】」”"…]$/;
/** Prose has punctuation inside its sentences; titles, headings and contents lines have at most that of their ordinal or list. */
const PROSE = /[，。；：,]|^[^一二三四五六七八九十\d（(].*、/;
/** Words that no paragraph ends with: what follows belongs to them. */
const DANGLING = /(?:为|是|由|和|与|及|的|在|对|从|较|比|共|即)$/;
/** Ordinals, list marks, unit lines, labels (`成果指标：`): these begin a paragraph. */
const BEGINS =
  /^(?:[-—–•●○·*]|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[、．]|\d+\.(?!\d)|目\s*录|附件|金?额?单位|[^，。；、,：:]{1,14}[：:])/;
/** A line that a page's width broke is at least about this long. */
const LONG = 20;

/** So many lines of about one length, none of which ends a sentence, show the width at which a saved page was broken. */
const SHOWING = 3;
const SAME_WIDTH = 3;

/**
 * Joins prose that a page broke over two lines; the paragraph keeps the place of its first line. Where markup says what a
 * paragraph is (`marked`), lines are joined only if their lengths show that a page broke them.
 */
export function flowing(blocks: readonly Block[], marked = false): readonly Block[] {
  const joined: Block[] = [];
  const full = marked ? fullWidth(blocks) : 0;
  // Pieces are joined once, at the end of their paragraph: appending piece by piece would copy the text each time.
  let pieces: string[] = [];
  let open: Block | undefined;
  const close = () => {
    if (open?.type === "paragraph" && pieces.length > 1) open = { ...open, text: join(pieces) };
    if (open) joined.push(open);
  };
  for (const block of blocks) {
    const last = pieces.at(-1);
    const broken = last !== undefined && (last.length >= full || DANGLING.test(last));
    if (block.type === "paragraph" && broken && continues(last, pieces, block.text)) {
      pieces.push(block.text);
      continue;
    }
    close();
    open = block;
    pieces = block.type === "paragraph" ? [block.text] : [];
  }
  close();
  return joined;
}

/** The length from which on a line is one that the page broke. */
function fullWidth(blocks: readonly Block[]): number {
  const open = blocks.flatMap((block, i) =>
    block.type === "paragraph" && blocks[i + 1]?.type === "paragraph" && isOpen(block.text)
      ? [block.text.length]
      : [],
  );
  const [widest = 0] = open.sort((a, b) => b - a);
  const showing = open.filter((length) => length >= widest - SAME_WIDTH);
  return showing.length >= SHOWING ? widest - SAME_WIDTH : Number.POSITIVE_INFINITY;
}

function isOpen(text: string): boolean {
  return text.length >= LONG && !ENDS.test(text);
}

function continues(last: string, pieces: readonly string[], next: string): boolean {
  if (!isOpen(last) || BEGINS.test(next)) return false;
  if (!/[，。；、,]/.test(next)) return false;
  return pieces.length > 1 || PROSE.test(last) || DANGLING.test(last);
}

/** No space between Chinese characters; one between words of another script. */
function join(pieces: readonly string[]): string {
  const spaced = pieces.map((piece, i) =>
    /^[A-Za-z]/.test(piece) && /[A-Za-z]$/.test(pieces[i - 1] ?? "") ? ` ${piece}` : piece,
  );
  return spaced.join("");
}
