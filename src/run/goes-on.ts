import type { Assembly } from "./assembly.ts";
import { ancestorOf } from "./lineage.ts";
import { bodyOf, lineagesOf } from "./said.ts";

/** Disclosures with the names under which their departments go on, as the documents of the set say it. */
export function withNamesNow(assembly: Assembly): Assembly {
  const { disclosures } = assembly;
  const said = disclosures.flatMap(({ successions = [] }) => successions);
  if (said.length === 0) return assembly;
  const departments = new Map(disclosures.map(({ line }) => [bodyOf(line), line.department]));
  const lineages = lineagesOf(said, departments);
  return {
    ...assembly,
    disclosures: disclosures.map((each) => {
      const ancestor = ancestorOf(each.line.department, lineages);
      return ancestor.because ? { ...each, ancestor } : each;
    }),
  };
}
