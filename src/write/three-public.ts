import { Decimal } from "decimal.js";
import {
  FIGURE_STATES,
  FIGURES,
  type Figure,
  type ThreePublicLine,
  threePublicLines,
} from "../assemble/three-public.ts";
import { PERIODS } from "../model/coordinates.ts";
import type { Disclosure, SourceDocument } from "../model/disclosure.ts";
import { STATUSES } from "../model/fact.ts";
import type { Money } from "../model/money.ts";
import { parseNumber } from "../model/money.ts";
import type { Place } from "../model/place.ts";
import { dataset, field, type RecordOf } from "./dataset.ts";
import { IDENTITY, identityRecord } from "./identity.ts";
import { PLACE, placeRecord } from "./place.ts";
import { weakest } from "./weakest.ts";

const wan = { unit: "万元" } as const;

function state<Name extends string>(name: Name, title: string) {
  return field(
    "text",
    name,
    `${title}（有无）`,
    "printed (印出), nil (留空或声明为空) or not-found (未见).",
    { required: true, values: FIGURE_STATES },
  );
}

/** three-public.csv: the “三公” figures of a department side by side, in 万元. */
export const THREE_PUBLIC = dataset({
  name: "three-public",
  refers: { document: "documents" },
  title: "“三公”经费",
  description:
    "One line a department, year, stage, scope and period: the three-public figures side by side, as published and never computed.",
  fields: [
    IDENTITY.document,
    IDENTITY.division_code,
    IDENTITY.division,
    IDENTITY.department_code,
    IDENTITY.department,
    IDENTITY.year,
    IDENTITY.stage,
    IDENTITY.scope,
    field("text", "period", "期间", "current (本年) or previous (上年).", { values: PERIODS }),
    field("decimal", "total", "“三公”经费合计", "“三公”经费合计.", wan),
    field("decimal", "overseas", "因公出国（境）费", "因公出国（境）费.", wan),
    field("decimal", "vehicle", "公务用车购置及运行费", "公务用车购置及运行费.", wan),
    field("decimal", "vehicle_purchase", "公务用车购置费", "公务用车购置费.", wan),
    field("decimal", "vehicle_operation", "公务用车运行费", "公务用车运行维护费.", wan),
    field("decimal", "reception", "公务接待费", "公务接待费.", wan),
    state("total_state", "“三公”经费合计"),
    state("overseas_state", "因公出国（境）费"),
    state("vehicle_state", "公务用车购置及运行费"),
    state("vehicle_purchase_state", "公务用车购置费"),
    state("vehicle_operation_state", "公务用车运行费"),
    state("reception_state", "公务接待费"),
    field(
      "text",
      "change",
      "变动方向",
      "Of the total against the year before, as the text says for this stage: increase (增加), decrease (减少) or none (持平).",
      { values: ["increase", "decrease", "none"] },
    ),
    field(
      "decimal",
      "change_amount",
      "变动金额",
      "Change of the total as the text states it.",
      wan,
    ),
    field(
      "decimal",
      "change_percent",
      "变动百分比",
      "Change of the total in per cent as printed.",
      {
        unit: "%",
      },
    ),
    field("text", "reason", "变动原因", "The publisher's reason for the change of the total."),
    field("text", "status", "可信程度", "The weakest status of the line's figures.", {
      values: STATUSES,
    }),
    field("text", "source", "来源", "The file that the line is from, as given.", {
      required: true,
    }),
    PLACE.place,
    PLACE.page,
  ],
});
export type ThreePublicRecord = RecordOf<typeof THREE_PUBLIC>;

export function threePublicRecords(disclosure: Disclosure): ThreePublicRecord[] {
  return threePublicLines(disclosure).map((line) => {
    const { stage, period, figures, states } = line;
    const chosen = Object.values(figures);
    const first = (figures.total ?? chosen[0])?.place;
    const { place, page } = placeRecord(first);
    const { document, source } = documentAt(disclosure, first);
    return {
      ...identityRecord(disclosure),
      document,
      stage,
      period,
      ...(Object.fromEntries(
        FIGURES.flatMap((figure) => [
          [figure, inWan(figures[figure]?.money)],
          [`${figure}_state`, states[figure]],
        ]),
      ) as Record<Figure | `${Figure}_state`, string>),
      ...changeOf(line, "total"),
      status: weakest(chosen) ?? "",
      source: source.name,
      place,
      page,
    };
  });
}

/** The document of a disclosure in which a place is. */
export function documentAt(disclosure: Disclosure, place: Place | undefined): SourceDocument {
  return disclosure.others?.find(({ document }) => document === place?.document) ?? disclosure;
}

/** What the text says of a figure's change against the year before. */
export function changeOf({ said }: ThreePublicLine, figure: Figure) {
  const { change, reason } = said[figure] ?? {};
  return {
    change: change?.change ?? "",
    change_amount: inWan(change?.changeMoney),
    change_percent: parseNumber(change?.changePercent ?? "") ?? "",
    reason: reason ?? "",
  };
}

/** In 万元, exact: the printed digits where they are in 万元, otherwise the point moved by four places. */
export function inWan(money: Money | undefined): string {
  if (!money) return "";
  const { published, unit, yuan } = money;
  return unit === "万元" ? published : new Exact(yuan).times("1e-4").toFixed();
}

const Exact = Decimal.clone({ precision: 1_000 });
