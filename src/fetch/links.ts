import { setMaxListeners } from "node:events";
import { readFileSync } from "node:fs";
import pLimit from "p-limit";
import { InputError, UsageError } from "../model/errors.ts";
import type { MissingSource, SourceFile } from "../run/sources.ts";
import { compare, reasonOf } from "../run/sources.ts";
import { type CachedPage, pageCache } from "./cache.ts";
import { paced } from "./pace.ts";
import { pageFetcher } from "./page.ts";

export interface LinkRequest {
  /** Absolute paths of files that list addresses, one a line; lines that begin with # are notes. */
  readonly lists: readonly string[];
  /** Folder that keeps what was fetched. */
  readonly cache: string;
  /** Requests a second to one host. */
  readonly rate: number;
  /** How we call ourselves. */
  readonly agent: string;
  /** Megabytes of the largest body. */
  readonly largest: number;
}

export interface Links {
  /** Sources by their address; the content is in the cache. */
  readonly files: readonly SourceFile[];
  readonly missing: readonly MissingSource[];
}

/** Requests at once, to all hosts together. */
const AT_ONCE = 32;

/**
 * Fetches what lists of links name, each address once, only what has changed. What cannot be had this time and is known from
 * before stays as it was, unless the server says that it is gone.
 */
export async function fetchLinks(
  request: LinkRequest,
  {
    signal,
    patience = 120_000,
    firstWait = 1000,
  }: {
    signal?: AbortSignal;
    patience?: number;
    firstWait?: number;
  } = {},
): Promise<Links> {
  const { agent } = request;
  const cache = pageCache(request.cache);
  const page = pageFetcher({
    ...{ cache, agent, patience, firstWait, pace: paced(1000 / request.rate) },
    largest: 1e6 * request.largest,
    ...(signal && { signal }),
  });
  // Every request and every pause listens to it.
  if (signal) setMaxListeners(0, signal);
  const limit = pLimit(AT_ONCE);
  const found = await limit.map(addressesIn(request.lists), async (url) => {
    try {
      return fileOf(url, await page(url));
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof InputError)) throw error;
      const known = cache.get(url);
      if (known && error.why === "unreadable") return fileOf(url, known);
      return { name: url, reason: error.message, why: error.why };
    }
  });
  return {
    files: found.filter((each) => "path" in each),
    missing: found.filter((each) => "reason" in each),
  };
}

function fileOf(url: string, { path, bytes, sha256 }: CachedPage): SourceFile {
  return { name: url, path, stamp: { size: bytes, modified: sha256, changed: "", inode: "" } };
}

function addressesIn(lists: readonly string[]): string[] {
  const addresses = lists.flatMap((list) => {
    try {
      return readFileSync(list, "utf8")
        .replace(/^\uFEFF/, "")
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"));
    } catch (error) {
      throw new UsageError(`cannot read the list ${list}: ${reasonOf(error)}`);
    }
  });
  return [...new Set(addresses)].sort(compare);
}
