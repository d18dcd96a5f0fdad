/** A run of text on a page as pdf.js gives it: its letters, and the matrix that puts them there. */
export interface Run {
  readonly str: string;
  /** a b c d x y: a baseline's start in points from the bottom left. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** In points from the bottom left of the page. */
export interface Stretch {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a sentence is printed: the runs that it is made of, blanks and line ends apart; none where it is not found. */
export function stretchesOf(runs: readonly Run[], sentence: string): readonly Stretch[] {
  const wanted = bare(sentence);
  if (wanted === "") return [];
  const ends: number[] = [];
  let page = "";
  for (const { str } of runs) {
    page += bare(str);
    ends.push(page.length);
  }
  const from = page.indexOf(wanted);
  if (from < 0) return [];
  const to = from + wanted.length;
  return runs.flatMap((run, index) => {
    const [start, end] = [ends[index - 1] ?? 0, ends[index] ?? 0];
    if (end <= from || start >= to || end === start) return [];
    // A run may hold more than the sentence: letters of Chinese are as wide as each other, or nearly so.
    const [first, last] = [Math.max(from, start) - start, Math.min(to, end) - start];
    const each = run.width / (end - start);
    const [, , , , x = 0, y = 0] = run.transform;
    return [{ x: x + first * each, y, width: (last - first) * each, height: run.height }];
  });
}

/** Without what a page breaks a sentence with. */
function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
