import { mkdirSync, readdirSync } from "node:fs";
import { join, parse } from "node:path";
import type { Form } from "./form.ts";
import { gridScoreOf } from "./grids.ts";
import { PEERS } from "./peers.ts";
import { markdown } from "./report.ts";

/** Every installed tool over the PDFs, scored by the neighbours in the rows of its grids. */
export async function comparePeers(folder: string, forms: readonly Form[]): Promise<string> {
  const rows: string[][] = [];
  for (const made of ["pdf", "pdf-browser"]) {
    const files = readdirSync(join(folder, made)).map((name) => join(folder, made, name));
    for (const { name, isThere, read } of PEERS) {
      if (!isThere()) continue;
      const work = join(folder, `peer-${name}-${made}`);
      mkdirSync(work, { recursive: true });
      const start = performance.now();
      const found = await read(files, work);
      const seconds = (performance.now() - start) / 1000;
      const sum = { printed: 0, given: 0, right: 0 };
      for (const [file, grids] of found) {
        const form = forms.find((one) => one.name === parse(file).name);
        const score = gridScoreOf(form?.tables.map(({ printed }) => printed) ?? [], grids);
        sum.printed += score.printed;
        sum.given += score.given;
        sum.right += score.right;
      }
      const share = (all: number) => `${((100 * sum.right) / (all || 1)).toFixed(2)} %`;
      rows.push([`${name}, ${made}`, share(sum.printed), share(sum.given), seconds.toFixed(0)]);
    }
  }
  return markdown(["", "recall", "precision", "s"], rows);
}
