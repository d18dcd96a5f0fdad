import type { Language, Message } from "../../model/message.ts";

/** The browser's: Chinese where it is Chinese, English otherwise. */
export const LANGUAGE: Language = /^zh/i.test(navigator.language) ? "zh" : "en";

/** A text of the page in the reader's language. */
export function say(zh: string, en: string): string {
  return LANGUAGE === "zh" ? zh : en;
}

export function told(message: Message): string {
  return message[LANGUAGE];
}
