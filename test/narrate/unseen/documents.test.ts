import { expect, it } from "vitest";
import { expectAsked, type Kind, noScores } from "../asked.ts";
import { found, KINDS, lacking, narratives } from "./score.ts";

/**
 * Narratives in the wording of disclosures of many provinces, courts, schools, hospitals and townships, names and figures made
 * up. What they state was written down before the program read them; what they taught it are rules, and some lines it still
 * misses.
 */
it("states what its sentences state, of narratives whose lines were written before they were read", () => {
  const all = narratives();
  expect(all.length).toBeGreaterThanOrEqual(20);
  const scores = noScores();
  for (const narrative of all) {
    const read = found(narrative);
    for (const [i, { lines }] of narrative.passages.entries()) {
      const here = read[i] ?? [];
      for (const [kind, score] of Object.entries(scores)) {
        const { is } = KINDS[kind as Kind];
        const right = lines.filter(is).length;
        score.right += right;
        score.read += here.filter(is).length;
        score.hits += right - lacking(kind as Kind, lines, here).length;
      }
    }
  }
  expectAsked(scores);
});
