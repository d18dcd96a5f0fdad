import type { Message } from "../../model/message.ts";
import type { RowKey } from "../../model/table.ts";

/** A row's key in one block, or why it has none. */
export interface KeyReading {
  readonly key: RowKey;
  /** Set where the words of the row mean nothing that is known: its figures cannot be placed. */
  readonly unknown?: Message;
  /** A level of a code whose upper levels are lost. */
  readonly orphan?: string;
}

/** Why the words of a row mean nothing. */
export const UNKNOWN = {
  word: (label: string): Message => ({
    zh: `词表中没有词能解释“${label}”`,
    en: `no word of the vocabulary fits “${label}”`,
  }),
  nameless: { zh: "本行既无名称也无编码", en: "the row has no name and no code" },
  future: (printed: string): Message => ({
    zh: `${printed}晚于本文件的年度`,
    en: `${printed} is after the year of the disclosure`,
  }),
} as const;
