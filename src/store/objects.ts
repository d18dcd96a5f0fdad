/**
 * A place that several machines share: objects of bytes under names with `/` between the parts. An object is there whole or
 * not at all, and the last writer of a name wins: whoever needs more (once, in order) asks the database.
 */
export interface ObjectStore {
  /** Where it is, without secrets: for messages. */
  readonly uri: string;
  /** Folder of this machine under which the objects stand as files, where they do. */
  readonly folder?: string;
  /** The bytes; undefined if there is no such object. */
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  has(name: string): Promise<boolean>;
  /** Objects whose names begin with a prefix, in any order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Harmless where there is no such object. */
  remove(name: string): Promise<void>;
}

export interface StoredObject {
  readonly name: string;
  readonly bytes: number;
  /** Changes with the content; empty where the store does not say. */
  readonly etag: string;
}

/** A place that cannot be reached, or refuses what is asked of it. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
