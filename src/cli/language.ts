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
  // Windows has no such variables: there the system says it.
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return asked ?? (/^zh/i.test(locale) ? "zh" : "en");
}

/** The language that the arguments ask for, before anything of them is understood. */
export function languageAsked(args: readonly string[]): Language | undefined {
  const at = args.indexOf("--lang");
  const asked = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith("--lang="))?.slice(7);
  return LANGUAGES.find((one) => one === asked);
}
