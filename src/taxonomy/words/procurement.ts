import type { ProcurementClass } from "../../model/coordinates.ts";
import { plain, withoutOrdinal } from "../plain.ts";
import type { Concept } from "./concept.ts";

/** What is bought, each with the letter that its codes begin with (政府采购品目分类目录). */
export const PROCUREMENT_CONCEPTS: Readonly<
  Record<ProcurementClass, Concept & { readonly letter: string }>
> = {
  goods: { zh: "货物", en: "goods", letter: "A" },
  works: { zh: "工程", en: "works", letter: "B" },
  services: { zh: "服务", en: "services", letter: "C" },
};

const CLASSES = (Object.keys(PROCUREMENT_CONCEPTS) as ProcurementClass[]).map((id) => {
  const { zh, letter } = PROCUREMENT_CONCEPTS[id];
  const words = new RegExp(`^(?:政府采购)?${zh}(?:类|支出|采购|预算)*(?:小计)?${letter}?$`);
  return { id, words, letter };
});

/** The class that a cell or a heading names, or undefined. */
export function procurementNamed(text: string): ProcurementClass | undefined {
  const word = withoutOrdinal(plain(text)).replace(/^其中:/, "");
  return CLASSES.find(({ words }) => words.test(word))?.id;
}

/** The class that a code of the catalogue of purchases belongs to, or undefined. */
export function procurementCoded(text: string): ProcurementClass | undefined {
  const first = /^([ABC])\d{2,}/.exec(plain(text))?.[1];
  return CLASSES.find(({ letter }) => letter === first)?.id;
}
