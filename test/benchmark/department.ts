import type { Kind } from "../../src/model/coordinates.ts";
import { oneOf, type Random, randomOfCase } from "../reconcile/random.ts";
import type { ItemPosting, Ledger, Posting } from "./ledger.ts";
import { ECONOMICS, type EconomicCode, PLACES, PROJECTS, TRADES } from "./subjects.ts";

/** Which subject pays what, beside the running of the department itself. */
const SHARED: readonly (readonly [code: string, economics: readonly EconomicCode[]])[] = [
  ["2080501", ["30302"]],
  ["2080505", ["30108"]],
  ["2080506", ["30109"]],
  ["2080801", ["30304"]],
  ["2101101", ["30110"]],
  ["2101103", ["30111"]],
  ["2210201", ["30113"]],
  ["2210203", ["30102"]],
];
const RUNNING: readonly EconomicCode[] = [
  ...(["30101", "30102", "30103", "30201", "30207", "30211", "30213"] as const),
  ...(["30217", "30228", "30231", "30299", "31002"] as const),
];

/** The accounts of one invented department: everything that it has is spent or carried forward. */
export function ledgerOf(seed: number, index: number, stage: Ledger["stage"]): Ledger {
  const random = randomOfCase(seed, index);
  const place = PLACES[index % PLACES.length] ?? PLACES[0];
  const trade = TRADES[index % TRADES.length] ?? TRADES[0];
  return {
    department: `${place.name}${trade.name}`,
    division: place.code,
    year: stage === "budget" ? 2024 : 2023,
    stage,
    postings: [
      ...basic(trade.runs, random),
      ...projects(trade.projects, random),
      ...carried(trade.projects[0], stage, random),
    ],
    items: [true, false].flatMap((planned) => [
      ...threePublic("current", planned, random),
      ...threePublic("previous", planned, random),
    ]),
  };
}

function basic(runs: string, random: Random): Posting[] {
  const shared = SHARED.filter(() => random() < 0.8);
  return [[runs, RUNNING] as const, ...shared].flatMap(([code, economics]) =>
    economics.map((economic): Posting => {
      const [, government, kind] = ECONOMICS[economic];
      const fen = money(code === runs ? 900 : 400, random);
      return {
        fund: "general_public",
        kind: kind as Kind,
        function: code,
        economic,
        government,
        fen,
      };
    }),
  );
}

/** Projects, some of them paid by two budgets, one perhaps with a negative adjustment. */
function projects(codes: readonly string[], random: Random): Posting[] {
  const count = 3 + Math.floor(random() * (PROJECTS.length - 2));
  const own = PROJECTS.slice(0, count).map((project, i): Posting => {
    const code = codes[i % codes.length] ?? "";
    const kind: Kind = random() < 0.4 ? "project.other_operation" : "project.specific_purpose";
    return { fund: "general_public", kind, function: code, project, fen: money(700, random) };
  });
  const [first] = own;
  if (!first) return own;
  const more: Posting[] = [
    { ...first, fund: "institutional", fen: money(60, random) },
    { ...first, fund: "carry_over.general_public", fen: money(80, random) },
  ];
  const fund: Posting = { ...first, fund: "government_fund", project: "彩票公益金项目" };
  if (random() < 0.6) more.push({ ...fund, function: "2296002", fen: money(120, random) });
  if (random() < 0.3)
    more.push({ ...fund, project: "农村道路", function: "2120804", fen: money(300, random) });
  if (random() < 0.3)
    more.push({
      ...fund,
      fund: "state_capital",
      project: "社会化管理",
      function: "2230105",
      fen: money(30, random),
    });
  // What was cut after it had been approved is printed as a negative amount of the same subject.
  if (random() < 0.4)
    more.push({ ...first, project: "上年项目核减", fen: -Math.round(first.fen / 3) });
  return [...own, ...more];
}

function carried(code: string, stage: Ledger["stage"], random: Random): Posting[] {
  if (stage === "budget" && random() < 0.7) return [];
  return [
    { fund: "general_public", kind: "carried_forward", function: code, fen: money(50, random) },
  ];
}

function threePublic(
  period: ItemPosting["period"],
  planned: boolean,
  random: Random,
): ItemPosting[] {
  const post = (item: ItemPosting["item"], much: number): ItemPosting => ({
    item,
    period,
    planned,
    fen: money(much, random),
  });
  return [
    ...(random() < 0.4 ? [post("three_public.overseas", 8)] : []),
    ...(random() < 0.5 ? [post("three_public.vehicle.purchase", 20)] : []),
    post("three_public.vehicle.operation", 9),
    post("three_public.reception", 4),
    post("meeting", 6),
    post("training", 9),
  ];
}

/** Up to so many 万元, in 分. Round sums are as common as odd ones. */
function money(most: number, random: Random): number {
  const wan = 0.5 + random() * most;
  const step = oneOf([1_000_000, 10_000, 10_000, 1], random) ?? 1;
  return Math.max(step, Math.round((wan * 1_000_000) / step) * step);
}
