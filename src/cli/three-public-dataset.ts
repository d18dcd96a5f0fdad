import { FIGURE_STATES } from "../assemble/three-public.ts";
import { ITEMS, PERIODS } from "../model/coordinates.ts";
import { STATUSES } from "../model/fact.ts";
import { dataset, field } from "../write/dataset.ts";
import { IDENTITY } from "../write/identity.ts";
import { PLACE } from "../write/place.ts";
import type { ThreePublicFigure } from "./three-public-figures.ts";

/** One figure a line: what `three-public` gives in every format. */
export const THREE_PUBLIC_FIGURES = dataset<keyof ThreePublicFigure>({
  name: "three-public",
  title: "“三公”经费",
  description: "One line a figure, with what the publisher says about it.",
  fields: [
    field("text", "source", "来源", "The file that the figure is from, as given."),
    IDENTITY.document,
    IDENTITY.division_code,
    IDENTITY.department,
    IDENTITY.year,
    IDENTITY.stage,
    IDENTITY.scope,
    field("text", "period", "期间", "current (本年) or previous (上年).", { values: PERIODS }),
    field("text", "item", "事项", "Which of the figures.", { values: Object.keys(ITEMS) }),
    field("decimal", "amount", "金额", "As published."),
    field("text", "unit", "单位", "Of all amounts of the line."),
    field("text", "state", "有无", "printed (印出), nil (留空或声明为空) or not-found (未见).", {
      values: FIGURE_STATES,
    }),
    field("text", "status", "可信程度", "How far the figure is proved.", { values: STATUSES }),
    field("text", "status_reason", "未证实的原因", "Why it is not proved: ids as in facts.csv."),
    PLACE.page,
    PLACE.line,
    PLACE.place,
    field("text", "sentence", "原句", "The sentence that states it, where no table does."),
    field("decimal", "previous", "上年", "The same figure of the year before, where printed."),
    field("text", "change", "变动方向", "Against the year before, as the text says.", {
      values: ["increase", "decrease", "none"],
    }),
    field("decimal", "change_amount", "变动金额", "As the text states it."),
    field("decimal", "change_percent", "变动百分比", "In per cent, as printed.", { unit: "%" }),
    field("text", "reason", "变动原因", "The publisher's reason for the change."),
  ],
});

/** The columns of every format, in order. */
export const THREE_PUBLIC_FIELDS = THREE_PUBLIC_FIGURES.fields.map(({ name }) => name);
