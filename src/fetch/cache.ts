import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../run/store.ts";

/** What is known of a page since it was last asked for. */
export interface CachedPage {
  readonly url: string;
  /** What the server told of this content, to be asked whether it is still the same. */
  readonly etag?: string;
  readonly modified?: string;
  readonly sha256: string;
  readonly bytes: number;
  /** File that has its body. */
  readonly path: string;
}

/** A folder of pages: each stands there whole with what is known of it, so that a listing that was stopped goes on from there. */
export interface PageCache {
  get(url: string): CachedPage | undefined;
  put(url: string, body: Uint8Array, known: Pick<CachedPage, "etag" | "modified">): CachedPage;
}

export function pageCache(folder: string): PageCache {
  const pathOf = (url: string): string => {
    const hash = createHash("sha256").update(url).digest("hex");
    return join(folder, hash.slice(0, 2), hash);
  };
  return {
    get(url) {
      try {
        const known = JSON.parse(readFileSync(`${pathOf(url)}.json`, "utf8"));
        return known.url === url
          ? { ...known, path: bodyOf(pathOf(url), known.sha256) }
          : undefined;
      } catch {
        return undefined;
      }
    },
    put(url, body, known) {
      const sha256 = createHash("sha256").update(body).digest("hex");
      const path = bodyOf(pathOf(url), sha256);
      const page = { url, ...known, sha256, bytes: body.byteLength };
      // The body first: where a page is known, its body is there.
      writeWhole(path, body);
      writeWhole(`${pathOf(url)}.json`, JSON.stringify(page));
      return { ...page, path };
    },
  };
}

function bodyOf(path: string, sha256: string): string {
  return `${path}.${sha256.slice(0, 16)}`;
}
