import { setTimeout as sleep } from "node:timers/promises";
import { InputError } from "../model/errors.ts";
import type { CachedPage, PageCache } from "./cache.ts";
import type { Pace } from "./pace.ts";
import { type Robots, robotsOf } from "./robots.ts";

export interface PageEffects {
  readonly cache: PageCache;
  readonly pace: Pace;
  /** How we call ourselves. */
  readonly agent: string;
  /** Bytes of the largest body. */
  readonly largest: number;
  /** Milliseconds that one request may take, its body included. */
  readonly patience: number;
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly firstWait: number;
  readonly signal?: AbortSignal;
}

const REDIRECTS = 5;
const TRIES = 4;
/** A server that wants to be left alone for longer is asked another day. */
const LONGEST_REST_MS = 10 * 60_000;

/** Asks for pages: politely, again where that may help, and only for what has changed. */
export function pageFetcher(effects: PageEffects): (url: string) => Promise<CachedPage> {
  const { cache, pace, agent, signal } = effects;
  const robots = new Map<string, Promise<Robots>>();

  /** Throws InputError with the reason for what cannot be had. */
  async function page(url: string): Promise<CachedPage> {
    const known = cache.get(url);
    let at = url;
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const address = addressOf(at);
      const rules = await robotsFor(address);
      if (!rules.isAllowed(at)) {
        throw new InputError(`the site's robots.txt keeps it from being read: ${at}`, "permission");
      }
      const { response, body } = await asked(at, known);
      if (response.status === 304 && known) return known;
      const to = response.headers.get("location");
      if (REDIRECTED.has(response.status) && to) {
        at = new URL(to, at).href;
        continue;
      }
      if (!response.ok) throw new InputError(`HTTP ${response.status}`, whyOf(response.status));
      const etag = response.headers.get("etag");
      const modified = response.headers.get("last-modified");
      return cache.put(url, body, { ...(etag && { etag }), ...(modified && { modified }) });
    }
    throw new InputError("too many redirections", "unreadable");
  }

  async function asked(url: string, known: CachedPage | undefined): Promise<Answer> {
    const headers = {
      "user-agent": agent,
      ...(known?.etag && { "if-none-match": known.etag }),
      ...(known?.modified && { "if-modified-since": known.modified }),
    };
    const { host } = addressOf(url);
    for (let tried = 1; ; tried++) {
      signal?.throwIfAborted();
      await pace.turn(host, signal);
      const answer = await once(url, headers);
      const status = "response" in answer ? answer.response.status : 0;
      if ("response" in answer && !AGAIN.has(status)) return answer;
      if (tried === TRIES) {
        if ("response" in answer) return answer;
        throw new InputError(answer.failure, "unreadable");
      }
      const wait = effects.firstWait * 2 ** (tried - 1);
      const rest = "response" in answer ? restOf(answer.response) : undefined;
      if (rest !== undefined && rest > LONGEST_REST_MS && "response" in answer) return answer;
      if (rest !== undefined) pace.rest(host, rest);
      else await sleep(wait, undefined, signal ? { signal } : {});
    }
  }

  async function once(
    url: string,
    headers: Record<string, string>,
  ): Promise<Answer | { readonly failure: string }> {
    const deadline = AbortSignal.timeout(effects.patience);
    const ended = signal ? AbortSignal.any([deadline, signal]) : deadline;
    try {
      const response = await fetch(url, { headers, redirect: "manual", signal: ended });
      return { response, body: await bodyOf(response, effects.largest) };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof InputError) throw error;
      if (deadline.aborted) return { failure: "the server did not answer in time" };
      const { message, cause } = error as Error;
      return { failure: cause instanceof Error && cause.message ? cause.message : message };
    }
  }

  function robotsFor({ origin, host }: URL): Promise<Robots> {
    const url = `${origin}/robots.txt`;
    const before = robots.get(origin);
    if (before) return before;
    const asking = asked(url, undefined).then(
      ({ response, body }) =>
        robotsOf(url, response.status, Buffer.from(body).toString("utf8"), agent),
      (error) => {
        if (!(error instanceof InputError)) throw error;
        return robotsOf(url, 0, "", agent);
      },
    );
    const known = asking.then((rules) => {
      if (rules.delay > 0) pace.slow(host, 1000 * rules.delay);
      return rules;
    });
    robots.set(origin, known);
    return known;
  }

  return page;
}

interface Answer {
  readonly response: Response;
  readonly body: Uint8Array;
}

const REDIRECTED = new Set([301, 302, 303, 307, 308]);
/** Answers that may be others the next time. */
const AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Throws InputError for what is no web address. */
function addressOf(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== "http:" && address?.protocol !== "https:") {
    throw new InputError("no web address", "unreadable");
  }
  return address;
}

/** The body as it comes, and no more of it than a file may have. */
async function bodyOf(response: Response, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > largest) {
      throw new InputError(
        `${Math.ceil(bytes / 1e6)} MB is more than a file may have (${largest / 1e6} MB)`,
        "too-large",
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Retry-After, in seconds or as a date (RFC 9110, 10.2.3), in milliseconds. */
function restOf({ headers }: Response): number | undefined {
  const after = headers.get("retry-after");
  if (!after) return undefined;
  if (/^\d+$/.test(after)) return 1000 * Number(after);
  const date = Date.parse(after);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function whyOf(status: number) {
  if (status === 404 || status === 410) return "missing";
  return status === 401 || status === 403 ? "permission" : "unreadable";
}
