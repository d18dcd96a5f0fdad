import type { ThreePublicLine } from "../overview.ts";
import { size } from "../three-public-lines.ts";
import { say } from "./language.ts";
import { stageTerm } from "./terms.ts";
import { amountLink } from "./three-public-figures.ts";

/** What a bar is made of, from left to right; colours for paper, the page has its own for light and dark. */
const PARTS = [
  { name: "overseas", words: say("因公出国（境）", "Overseas"), fill: "#7b5ea7" },
  { name: "vehicle_purchase", words: say("公务用车购置", "Vehicles bought"), fill: "#b3521e" },
  { name: "vehicle_operation", words: say("公务用车运行", "Vehicles run"), fill: "#0b57a4" },
  { name: "reception", words: say("公务接待", "Reception"), fill: "#2f7d5b" },
] as const;
const WHOLE = {
  name: "total",
  words: say("合计（未见分项）", "Total, parts not found"),
  fill: "#7d848c",
} as const;

const WIDTH = 900;
const NAMES = 300;
const ROW = 34;
const TOP = 34;
const INK = "#1b1d20";

interface Props {
  readonly lines: readonly ThreePublicLine[];
  readonly title: string;
}

/** A bar for each line, of its parts, on one scale; each part leads to its figure. Lengths only: all digits are as printed. */
export function ThreePublicChart({ lines, title }: Props) {
  const most = Math.max(0, ...lines.map(({ total }) => size(total)));
  const scale = most > 0 ? (WIDTH - NAMES - 90) / most : 0;
  const height = TOP + lines.length * ROW + 8;
  return (
    <svg
      class="chart"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      font-family="system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
      font-size="13"
      aria-label={title}
    >
      <title>{title}</title>
      <Legend />
      {lines.map((line, index) => (
        <Bar {...{ line, scale }} top={TOP + index * ROW} />
      ))}
    </svg>
  );
}

function Legend() {
  let x = 0;
  return (
    <g>
      {[...PARTS, WHOLE].map(({ name, words, fill }) => {
        const at = x;
        x += 30 + [...words].reduce((sum, letter) => sum + (letter > "\u2e80" ? 13 : 7), 0);
        return (
          <g>
            <rect class={`part ${name}`} x={at} y="6" width="12" height="12" fill={fill} />
            <text class="ink" x={at + 16} y="16" fill={INK}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Bar({ line, scale, top }: { line: ThreePublicLine; scale: number; top: number }) {
  const name = shortened(line.department, 15);
  const parts = partsOf(line);
  let x = NAMES;
  return (
    <g>
      <text class="ink" x={NAMES - 8} y={top + 14} text-anchor="end" fill={INK}>
        {name}
      </text>
      <text class="soft" x={NAMES - 8} y={top + 27} text-anchor="end" font-size="11" fill="#5a6068">
        {line.year} {stageTerm(line.stage)}
      </text>
      {parts.map(({ name, words, fill }) => {
        const width = Math.max(size(line[name]) * scale, 1);
        const at = x;
        x += width;
        return (
          <a href={amountLink(line, name)} tabIndex={-1}>
            <rect class={`part ${name}`} x={at} y={top + 5} width={width} height="20" fill={fill}>
              <title>{`${line.department} ${words} ${line[name]}`}</title>
            </rect>
          </a>
        );
      })}
      <text class="ink" x={x + 6} y={top + 20} fill={INK}>
        {line.total_state === "printed" ? line.total : WORDS[line.total_state]}
      </text>
    </g>
  );
}

const WORDS: Readonly<Record<string, string>> = {
  nil: say("空白", "blank"),
  "not-found": say("未找到", "not found"),
};

/** The parts that are printed; the total alone where none is. Blank ones have no length, and nobody guesses one. */
function partsOf(line: ThreePublicLine) {
  const printed = PARTS.filter(({ name }) => size(line[name]) > 0);
  return printed.length > 0 ? printed : [WHOLE].filter(({ name }) => size(line[name]) > 0);
}

function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}
