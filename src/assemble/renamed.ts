import type { Check } from "../model/check.ts";
import type { Division, Identity } from "../model/disclosure.ts";
import type { Message } from "../model/message.ts";
import type { Naming, Witness } from "./naming.ts";
import type { Part } from "./part.ts";

/** A document under the name that its set gives it; what that rests on is told. */
export function renamed(part: Part, { department, called, place }: Naming): Part {
  const { places = [], ...identity } = part.identity;
  return {
    ...part,
    identity: {
      ...identity,
      department,
      ...(place
        ? { divisionCode: place.code, division: place.name }
        : places.length > 0 && { places }),
    },
    checks: [
      ...(place ? [noted(identity.department, restsOn(place, places))] : []),
      ...(called ? [noted(identity.department, standsUnder(called))] : []),
      ...part.checks,
    ],
  };
}

function restsOn({ name, code, by }: NonNullable<Naming["place"]>, places: readonly Division[]) {
  return {
    zh: `同名的地方不止一处（${listed(places, "、")}），正文没有写明属于哪里；取${name} ${code}，因为文件 ${by.document} 有该处的“${by.name}”，其他文件没有写到别处的`,
    en: `several places bear this name (${listed(places, ", ")}), and nothing in the text says which is meant; it is taken for ${name} ${code}, because document ${by.document} has “${by.name}” of that place, and no document has that of another`,
  };
}

function standsUnder({ name, document }: Witness): Message {
  return {
    zh: `同一部门在文件 ${document} 中写作“${name}”，数据中统一用此名称`,
    en: `document ${document} has the name of the same department as “${name}”: it stands under that in the data`,
  };
}

/** A name that several places bear, where nothing tells which: none of them is taken. */
export function placesCheck({ department, places }: Identity): Check[] {
  if (!places) return [];
  return [
    noted(department, {
      zh: `同名的地方不止一处，正文没有写明属于哪里：${listed(places, "、")}`,
      en: `several places bear this name, and nothing says which is meant: ${listed(places, ", ")}`,
    }),
  ];
}

function listed(places: readonly Division[], between: string): string {
  return places.map(({ code, name }) => `${name} ${code}`).join(between);
}

function noted(found: string, message: Message): Check {
  return { check: "statement", outcome: "noted", severity: "note", found, message, figures: [] };
}
