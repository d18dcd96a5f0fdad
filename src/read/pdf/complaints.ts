import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Warnings of pdf.js that say that something on a page was left out: it goes on without it, and tells nobody but the
 * console. They are caught there, for the page whose reading set them off.
 */
const LEFT_OUT =
  /^Warning: (?:getOperatorList - ignoring (?:errors|XObject)|getContentStream - ignoring|Invalid stream)/;
/** How every warning of pdf.js begins. */
const OWN = /^Warning: /;

const listening = new AsyncLocalStorage<string[]>();
let listeners = 0;
let original: typeof console.warn | undefined;

/** Runs something of pdf.js; returns what it gives, and what it complained of meanwhile. */
export async function hearing<T>(
  what: () => Promise<T>,
): Promise<{ readonly value: T; readonly complaints: readonly string[] }> {
  const complaints: string[] = [];
  const value = await listening.run(complaints, what);
  return { value, complaints };
}

/** From here to `stopHearing`, warnings of pdf.js do not reach the console. */
export function startHearing(): void {
  if (listeners++ > 0) return;
  const { warn } = console;
  original = warn;
  console.warn = (...words: unknown[]) => {
    const [first] = words;
    const heard = listening.getStore();
    if (typeof first !== "string" || !OWN.test(first)) warn.apply(console, words);
    else if (heard && LEFT_OUT.test(first)) heard.push(first);
  };
}

export function stopHearing(): void {
  if (--listeners > 0 || !original) return;
  console.warn = original;
  original = undefined;
}
