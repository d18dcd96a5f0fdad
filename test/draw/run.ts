/**
 * Which figures are lost when a document is printed and read again:
 *
 *   npx tsx test/draw/run.ts [PRODUCER…]
 *
 * The samples, and with YUSUAN_CORPUS the texts of the corpus, by each of these programs (chromium, weasyprint, …) that is
 * installed, or by our own drawers (`own`).
 */
import { basename } from "node:path";
import { extractDocument } from "../../src/run/document.ts";
import { figuresOf } from "./compared.ts";
import type { Printed } from "./printed.ts";
import { drawn, MANNERS, PRODUCERS } from "./producers.ts";
import { drawable, readPrintable } from "./sources.ts";

type Draw = (printed: Printed) => Uint8Array | Promise<Uint8Array>;

function drawers(names: readonly string[]): [string, Draw][] {
  const own = Object.entries(MANNERS).map(([name, manner]): [string, Draw] => [
    name,
    (printed) => drawn(printed, manner),
  ]);
  const programs = Object.entries(PRODUCERS)
    .filter(([name, { isThere }]) => (names.length === 0 || names.includes(name)) && isThere())
    .map(([name, { draw }]): [string, Draw] => [name, draw]);
  return [...(names.length === 0 || names.includes("own") ? own : []), ...programs];
}

async function main(names: readonly string[]): Promise<void> {
  for (const path of drawable()) {
    const { disclosure, printed } = await readPrintable(path);
    const expected = figuresOf(disclosure);
    for (const [producer, draw] of drawers(names)) {
      const bytes = await draw(printed);
      const found = figuresOf(await extractDocument({ name: basename(path), bytes }));
      const lost = without(expected, found);
      const more = without(found, expected);
      console.log(
        basename(path),
        "|",
        producer,
        "|",
        expected.length,
        "figures,",
        lost.length,
        "lost,",
        more.length,
        "more",
      );
      for (const figure of lost) console.log("  -", figure);
      for (const figure of more) console.log("  +", figure);
      if (lost.length + more.length > 0) process.exitCode = 1;
    }
  }
}

/** What the first has and the second has not, each as often as it is printed. */
function without(figures: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return figures.filter((figure) => {
    const at = left.indexOf(figure);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

await main(process.argv.slice(2));
