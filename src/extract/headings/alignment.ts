import type { GridCell } from "../../model/block.ts";
import { plain } from "../../taxonomy/plain.ts";
import { fitUnder, isKeyHeading, isNeutral } from "./compatibility.ts";

/** A heading with the columns it stands over, and the headings below it. */
interface Node {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly children: Node[];
}

/**
 * Costs of an alignment: a heading away from its place is likelier than one under a heading it cannot belong to, and 小计 has
 * others beside it.
 */
const COST = {
  misfit: 50,
  dropped: 8,
  repeated: 50,
  away: 3,
  step: 0.2,
  narrow: 1,
  alone: 2,
} as const;

/**
 * Heading paths of a text table. Each row of headings is aligned with the headings above it, in order, by where it
 * stands and by what may stand under what: extraction drops the blanks of merged cells, so that lower headings
 * slide to the left (`类 款 项 合计 工资福利支出 …` under fourteen columns).
 */
export function alignLevels(
  rows: readonly (readonly GridCell[])[],
  columnCount: number,
): string[][] {
  const roots = nodesOf(rows[0] ?? [], columnCount - 1);
  let displaced = false;
  for (const row of rows.slice(1)) {
    const leaves = leavesOf(roots);
    const labels = nodesOf(row, columnCount - 1);
    for (const [i, leaf] of align(labels, leaves).entries()) {
      const label = labels[i];
      if (!label) continue;
      if (leaf === undefined || label.start < leaf.start || label.start > leaf.end)
        displaced = true;
      leaf?.children.push(label);
    }
  }
  return displaced ? pathsInOrder(roots, columnCount) : pathsInPlace(roots, columnCount);
}

/** The headings of one row; each reaches to the next one. */
function nodesOf(cells: readonly GridCell[], last: number): Node[] {
  return cells.map((cell, i) => ({
    text: cell.text,
    start: cell.c0,
    end: (cells[i + 1]?.c0 ?? last + 1) - 1,
    children: [],
  }));
}

function leavesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => (node.children.length > 0 ? leavesOf(node.children) : [node]));
}

/** For each label the heading that it stands under, in order; undefined for a label that is left over. */
function align(labels: readonly Node[], leaves: readonly Node[]): (Node | undefined)[] {
  // best[i][j]: least cost of placing the first i labels under the first j leaves.
  const best: number[][] = [];
  const lists = leaves.map((leaf) => headsList(leaf, labels));
  const from: { labels: number; drop: boolean }[][] = [];
  for (let i = 0; i <= labels.length; i++) {
    best.push(new Array(leaves.length + 1).fill(Number.POSITIVE_INFINITY));
    from.push(new Array(leaves.length + 1).fill({ labels: 0, drop: false }));
  }
  for (let j = 0; j <= leaves.length; j++) {
    for (let i = 0; i <= labels.length; i++) {
      const set = (cost: number, taken: number, drop: boolean) => {
        if (cost < (best[i]?.[j] ?? 0)) {
          (best[i] as number[])[j] = cost;
          (from[i] as { labels: number; drop: boolean }[])[j] = { labels: taken, drop };
        }
      };
      if (i === 0 && j === 0) set(0, 0, false);
      if (i > 0) set((best[i - 1]?.[j] ?? 0) + COST.dropped, 1, true);
      const leaf = leaves[j - 1];
      if (!leaf) continue;
      let cost = 0;
      set(best[i]?.[j - 1] ?? 0, 0, false);
      for (let taken = 1; taken <= i; taken++) {
        const label = labels[i - taken];
        if (!label) break;
        cost += placing(label, leaf, leaves[j - 2], lists[j - 1] === true);
        for (let k = i - taken + 1; k < i; k++) {
          if (lists[j - 1] !== true && plain(labels[k]?.text ?? "") === plain(label.text))
            cost += COST.repeated;
        }
        if (cost >= COST.misfit * 4) break;
        const alone =
          taken === 1 && isNeutral(label.text) && isNarrow(label, leaf) ? COST.alone : 0;
        set((best[i - taken]?.[j - 1] ?? 0) + cost + alone, taken, false);
      }
    }
  }
  const placed: (Node | undefined)[] = new Array(labels.length).fill(undefined);
  for (let i = labels.length, j = leaves.length; i > 0 || j > 0; ) {
    const step = from[i]?.[j] ?? { labels: 0, drop: false };
    if (step.drop) {
      i -= 1;
      continue;
    }
    for (let k = 0; k < step.labels; k++) placed[i - 1 - k] = leaves[j - 1];
    i -= step.labels;
    j -= 1;
    if (j < 0) break;
  }
  return placed;
}

/** Lists side by side have a heading each (人员经费 | 公用经费), and codes and names right below where it starts. */
function headsList(leaf: Node, labels: readonly Node[]): boolean {
  return (
    leaf.end > leaf.start &&
    labels.some(({ start, text }) => start === leaf.start && isKeyHeading(text))
  );
}

function placing(label: Node, leaf: Node, before: Node | undefined, list: boolean): number {
  const away = Math.max(0, leaf.start - label.start, label.start - leaf.end);
  switch (fitUnder(label.text, leaf.text, before?.text)) {
    case "never":
      return list && away === 0 && isKeyHeading(label.text) ? 0 : COST.misfit;
    case "belongs":
      // A heading over one column has nothing below it, unless there is no better place.
      return away * COST.step + (away > 0 && isNarrow(label, leaf) ? COST.narrow : 0);
    case "may":
      return away === 0 ? 0 : COST.away + away;
  }
}

/** A heading over one column has nothing below it but itself again, where it was merged downwards. */
function isNarrow(label: Node, leaf: Node): boolean {
  return leaf.start === leaf.end && plain(label.text) !== plain(leaf.text);
}

function walk(
  nodes: readonly Node[],
  path: readonly string[],
  visit: (leaf: Node, path: string[]) => void,
): void {
  for (const node of nodes) {
    const here = [...path, node.text];
    if (node.children.length > 0) walk(node.children, here, visit);
    else visit(node, here);
  }
}

/** Headings are where they belong: a column has the path of the heading that starts in it. */
function pathsInPlace(roots: readonly Node[], columnCount: number): string[][] {
  const paths: string[][] = Array.from({ length: columnCount }, () => []);
  walk(roots, [], (leaf, path) => {
    for (let c = leaf.start; c <= leaf.end; c++) {
      if (c === leaf.start || fitUnder("类", leaf.text, undefined) === "belongs") paths[c] = path;
    }
  });
  return paths;
}

/** Headings have slid: their order is all that is left. */
function pathsInOrder(roots: readonly Node[], columnCount: number): string[][] {
  const paths: string[][] = [];
  walk(roots, [], (_, path) => paths.push(path));
  while (paths.length < columnCount) paths.push([]);
  return paths.slice(0, Math.max(columnCount, 0));
}
