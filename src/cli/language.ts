import { Option } from "commander";
import { LANGUAGES, type Language } from "../model/message.ts";

export function languageOption(): Option {
  return new Option(
    "--lang <language>",
    "language of reasons and messages (default: the locale's)",
  ).choices(LANGUAGES);
}

/** The language that was asked for, or that of the locale: Chinese where it is Chinese, English otherwise. */
export function languageOf(
  asked: Language | undefined,
  { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv = process.env,
): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || "";
  return asked ?? (/^zh/i.test(locale) ? "zh" : "en");
}
