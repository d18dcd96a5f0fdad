import { existsSync } from "node:fs";
import { readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { type Piece, pieceName, writeWhole } from "../run/store.ts";
import { type ObjectStore, StoreError } from "./objects.ts";

/** What a document gave, as the store of a run keeps it. */
const PIECES: readonly Piece[] = ["files", "part", "shares"];
/** Written last: it says that all is there. */
const LAST: Piece = "record";

/** Calls at once: a store is far away, and answers many as fast as one. */
const AT_ONCE = 16;

/** Puts a result of this machine into the shared store, and forgets it here. A result that is there already is the same bytes. */
export async function sendPieces(store: ObjectStore, state: string, key: string): Promise<void> {
  const has = (piece: Piece) => existsSync(join(state, pieceName(key, piece)));
  const send = async (piece: Piece) => {
    const name = pieceName(key, piece);
    await store.put(name, await readFile(join(state, name)));
  };
  const pieces = PIECES.filter(has);
  await Promise.all(pieces.map(send));
  await send(LAST);
  for (const piece of [LAST, ...pieces]) await unlink(join(state, pieceName(key, piece)));
}

/** Where a store's results can be read as files: its own folder, or the one that `fetchPieces` fills. */
export function readableIn(store: ObjectStore, cache: string): string {
  return store.folder ?? cache;
}

/** Brings pieces of results to this machine. What is here already is not asked for: a key's content never changes. */
export async function fetchPieces(
  store: ObjectStore,
  cache: string,
  wanted: Iterable<{ readonly key: string; readonly piece: Piece }>,
): Promise<void> {
  if (store.folder) return;
  const limit = pLimit(AT_ONCE);
  const missing = [...wanted].filter(
    ({ key, piece }) => !existsSync(join(cache, pieceName(key, piece))),
  );
  await limit.map(missing, async ({ key, piece }) => {
    const name = pieceName(key, piece);
    const bytes = await store.get(name);
    if (!bytes) throw new StoreError(`${name} is missing in ${store.uri}`);
    writeWhole(join(cache, name), bytes);
  });
}
