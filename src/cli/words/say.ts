import type { Language } from "../../model/message.ts";
import { CHINESE } from "./chinese.ts";

/**
 * What the command line says, in the language of this process. English sentences are the keys of the catalogue (chinese.ts); `{}`
 * stands for what changes from one time to the next.
 */
let language: Language = "en";
let asked: Language | undefined;

/** `wanted`: the language that the arguments ask for, wherever they say it. */
export function speak(chosen: Language, wanted?: Language): void {
  language = chosen;
  asked = wanted;
}

/** The language that was asked for, and not only found. The option belongs to all commands, and to none of them alone. */
export function askedFor(): Language | undefined {
  return asked;
}

export function spoken(): Language {
  return language;
}

/** A sentence of the catalogue with its words filled in. */
export function say(sentence: string, ...words: readonly string[]): string {
  const template = language === "zh" ? (BY_SENTENCE.get(sentence) ?? sentence) : sentence;
  return filled(template, words);
}

/** What was put together in English somewhere else, such as an error: in this language, line by line where it has to be. */
export function translated(text: string): string {
  if (language !== "zh" || text === "") return text;
  const whole = known(text);
  if (whole !== undefined || !text.includes("\n")) return whole ?? text;
  return text.split("\n").map(translated).join("\n");
}

function known(text: string): string | undefined {
  const exact = BY_SENTENCE.get(text);
  if (exact !== undefined) return exact;
  for (const [pattern, chinese] of PATTERNS) {
    const words = pattern.exec(text)?.slice(1);
    if (words) return filled(chinese, words.map(translated));
  }
  return afterName(text);
}

/** `部门预算.pdf: no such file`: what stands before is a name. */
function afterName(text: string): string | undefined {
  const [, name, said = ""] = /^([^\n]+?): ([^\n]+)$/.exec(text) ?? [];
  const chinese = name === undefined ? said : translated(said);
  return chinese === said ? undefined : `${name}：${chinese}`;
}

function filled(template: string, words: readonly string[]): string {
  let at = 0;
  return template.replace(/\{(\d?)\}/g, (_, number: string) => {
    const word = words[number === "" ? at : Number(number) - 1] ?? "";
    at += 1;
    return word;
  });
}

const BY_SENTENCE = new Map(CHINESE);

/** Sentences with `{}` and words of their own, the longest first: a shorter one may be the beginning of a longer. */
const PATTERNS = CHINESE.filter(([english]) => /\{\}/.test(english) && /[a-z]{2}/.test(english))
  .sort(([a], [b]) => b.length - a.length)
  .map(([english, chinese]): [RegExp, string] => {
    const escaped = english.split("{}").map((part) => part.replace(/[.*+?^$|()[\]\\{}]/g, "\\$&"));
    return [new RegExp(`^${escaped.join("(.*?)")}$`), chinese];
  });
