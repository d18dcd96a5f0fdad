/** What is said to people is said in Chinese and in English. */
export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. */
export type Message = Readonly<Record<Language, string>>;

/** A message put together in each language: `inBoth((language) => …)`. */
export function inBoth(say: (language: Language) => string): Message {
  return { zh: say("zh"), en: say("en") };
}
