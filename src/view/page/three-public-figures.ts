import type { ThreePublicLine } from "../overview.ts";
import { say } from "./language.ts";
import { disclosureLink } from "./route.ts";

export const FIGURES = [
  { name: "total", item: "three_public", words: say("合计", "Total") },
  { name: "overseas", item: "three_public.overseas", words: say("因公出国（境）", "Overseas") },
  { name: "vehicle", item: "three_public.vehicle", words: say("公务用车", "Vehicles") },
  {
    name: "vehicle_purchase",
    item: "three_public.vehicle.purchase",
    words: say("其中：购置", "of which bought"),
  },
  {
    name: "vehicle_operation",
    item: "three_public.vehicle.operation",
    words: say("其中：运行", "of which run"),
  },
  { name: "reception", item: "three_public.reception", words: say("公务接待", "Reception") },
] as const;
export type Figure = (typeof FIGURES)[number];

/** Where an amount of a line is printed. */
export function amountLink(line: ThreePublicLine, name: Figure["name"]): string {
  const item = FIGURES.find((figure) => figure.name === name)?.item ?? "";
  const { stage, period, document, disclosure } = line;
  return disclosure ? disclosureLink(disclosure, { item, stage, period, document }) : "#/overview";
}
