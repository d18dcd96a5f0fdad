import { createHash } from "node:crypto";
import { UsageError } from "../model/errors.ts";

/** One of several equal parts of the sources, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

const MOST_SHARDS = 10_000;

/** Reads `3/16`. Throws UsageError on anything else. */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim());
  const shard = { part: Number(match?.[1]), of: Number(match?.[2]) };
  if (!match || shard.part < 1 || shard.part > shard.of || shard.of > MOST_SHARDS) {
    throw new UsageError(`--shard takes a part and a number of parts, such as 3/16; not "${text}"`);
  }
  return shard;
}

/** Whether a source belongs to a part. It follows from its name alone, so that new sources move no others. */
export function isInShard(name: string, shard: Shard): boolean {
  const hash = createHash("sha256").update(name).digest();
  return (hash.readUInt32BE(0) % shard.of) + 1 === shard.part;
}
