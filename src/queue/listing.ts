import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Links } from "../fetch/links.ts";
import { withMembers } from "../run/archives.ts";
import type { Plan } from "../run/plan.ts";
import { sourceBytes } from "../run/source-bytes.ts";
import { findSources, isReadable, type SourceFile, type Sources } from "../run/sources.ts";
import type { ObjectStore } from "../store/objects.ts";
import { isS3, openStore } from "../store/open-store.ts";

/** A source as it is found, before anybody has read it. */
export interface Listed {
  readonly name: string;
  readonly member?: readonly string[];
  readonly bytes: number;
  /** While it does not change, the content is taken to be the same. */
  readonly stamp: string;
  /** Looks at the content, which costs time: what tells it from another, and where workers find it. */
  settle(): Promise<Settled>;
}

export interface Settled {
  readonly version: string;
  readonly location: string;
}

export interface Listing extends Pick<Sources, "missing" | "others"> {
  readonly listed: readonly Listed[];
  /** Removes what was only needed to look at the sources. */
  release(): Promise<void>;
}

/**
 * Everything that a plan names: files and folders, `s3://bucket/prefix` for what lies in a bucket, and pages of the web. Where workers share no
 * folder with this machine (`store` is a bucket), its files are copied there, each content once.
 */
export async function listSources(
  plan: Plan,
  store: ObjectStore,
  links: Links = { files: [], missing: [] },
): Promise<Listing> {
  const { sources } = plan.request;
  const buckets = sources.filter(isS3);
  const files = sources.filter((source) => !isS3(source));
  const found = await withMembers(
    await findSources({ ...plan.request, sources: files }),
    plan.limits.file,
  );
  const scratch = await mkdtemp(join(tmpdir(), "yusuan-list-"));
  const listed = found.files.map((file) => listedFile(file, store));
  const pages = await withMembers({ ...links, others: [] }, plan.limits.file);
  listed.push(...pages.files.map((file) => listedFile(file, store, false)));
  const missing = [...found.missing, ...pages.missing];
  const others = [...found.others, ...pages.others];
  for (const address of buckets) {
    const before = listed.length;
    for await (const each of bucketSources(address, plan, store, scratch)) {
      if ("settle" in each) listed.push(each);
      else if ("reason" in each) missing.push(each);
      else others.push(each);
    }
    if (listed.length === before) {
      missing.push({ name: address, reason: "no readable file in this folder", why: "missing" });
    }
  }
  return {
    ...{ listed, missing, others },
    release: () => rm(scratch, { recursive: true, force: true }),
  };
}

/** @param isShared Whether workers read the file where it is. */
function listedFile(
  file: SourceFile,
  store: ObjectStore,
  isShared = store.folder !== undefined,
): Listed {
  const { name, path, member, stamp } = file;
  return {
    ...{ name, bytes: stamp.size, stamp: `${stamp.size} ${stamp.modified}` },
    ...(member && { member }),
    async settle() {
      const bytes = await sourceBytes(path, member);
      const version = createHash("sha256").update(bytes).digest("hex");
      // A shared folder is there for all; an archive is opened by whoever reads its member.
      if (isShared) return { version, location: path };
      const object = `sources/${version.slice(0, 2)}/${version}`;
      if (!(await store.has(object))) await store.put(object, bytes);
      return { version, location: object };
    },
  };
}

/** The objects below a prefix. Archives among them are fetched, to know what is in them. */
async function* bucketSources(
  address: string,
  plan: Plan,
  store: ObjectStore,
  scratch: string,
): AsyncGenerator<Listed | Sources["missing"][number] | Sources["others"][number]> {
  const [, bucket = ""] = /^s3:\/\/([^/]+)/.exec(address) ?? [];
  const whole = await openStore(`s3://${bucket}`);
  const prefix = address.slice(`s3://${bucket}/`.length);
  for await (const { name, bytes, etag } of whole.list(prefix)) {
    const uri = `s3://${bucket}/${name}`;
    if (name.endsWith("/") || /(^|\/)\./.test(name)) continue;
    if (!isReadable(name)) yield { name: uri, bytes };
    else if (extname(name).toLowerCase() === ".zip") {
      const path = join(scratch, createHash("sha256").update(uri).digest("hex"));
      await writeFile(path, (await whole.get(name)) ?? new Uint8Array());
      const stamp = { size: bytes, modified: etag, changed: etag, inode: "" };
      const file = { name: uri, path, stamp };
      const found = await withMembers({ files: [file], missing: [], others: [] }, plan.limits.file);
      // Its members are copied one by one: no worker should fetch the whole archive for each.
      yield* found.files.map((each) => listedFile(each, store, false));
      yield* found.missing;
      yield* found.others;
    } else {
      yield {
        ...{ name: uri, bytes, stamp: `${bytes} ${etag}` },
        settle: async () => ({ version: `${etag} ${bytes}`, location: uri }),
      };
    }
  }
}
