import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/model/fact.ts";
import { reconcile } from "../../src/reconcile/index.ts";
import { DAMAGES, damaged, randomOf } from "./damage.ts";
import { blocksOf, printedOf, seedNames } from "./seeds.ts";

/** Damages tried: 2,000 with YUSUAN_THOROUGH set. */
const COUNT = process.env.YUSUAN_THOROUGH ? 2_000 : 40;

/** What a fact says, without where it stands. */
function saysOf(fact: Fact): string {
  const { table, flow, period, stage, fund, kind, item, functionCode, economicCode } = fact;
  const unit = (functionCode ?? fact.projectName) ? "" : fact.unitCode;
  const project = fact.projectName?.normalize("NFKC").replace(/[\s“”"'‘’]/g, "");
  const codes = [functionCode, economicCode, fact.govEconomicCode, unit, project];
  return [table, flow, period, stage, fund, kind, item, ...codes, fact.money.yuan].join("|");
}

describe.skipIf(seedNames().length === 0)("damage", () => {
  it("leaves no wrong figure that is called right", { timeout: 3_600_000 }, () => {
    const random = randomOf(21);
    const documents = seedNames().map((name) => {
      const blocks = blocksOf(name);
      const { facts } = reconcile(printedOf(blocks, name));
      // Tables that the source itself damaged are no clean start.
      const worn = new Set(facts.filter((f) => f.status === "repaired").map((f) => f.table));
      return { name, blocks, truth: facts.map(saysOf), worn };
    });
    const outcomes = new Map<string, { right: number; flagged: number; silent: number }>();
    const silent: string[] = [];
    const kinds = Object.keys(DAMAGES);
    for (let done = 0; done < COUNT; ) {
      const kind = kinds[Math.floor(random() * kinds.length)] ?? "";
      const document = documents[Math.floor(random() * documents.length)];
      const blocks = document && damaged(document.blocks, kind, random);
      if (!blocks) continue;
      done += 1;
      const left = [...document.truth];
      const wrong = reconcile(printedOf(blocks, document.name)).facts.filter((fact) => {
        const at = left.indexOf(saysOf(fact));
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      const lies = wrong.filter(({ status, table }) => {
        return (status === "proved" || status === "repaired") && !document.worn.has(table);
      });
      const count = outcomes.get(kind) ?? { right: 0, flagged: 0, silent: 0 };
      outcomes.set(kind, count);
      if (lies.length > 0) count.silent += 1;
      else if (wrong.length + left.length > 0) count.flagged += 1;
      else count.right += 1;
      silent.push(...lies.map((fact) => `${kind} ${document.name}: ${saysOf(fact)}`));
    }
    console.table(Object.fromEntries([...outcomes].sort()));
    expect(silent).toEqual([]);
  });
});
