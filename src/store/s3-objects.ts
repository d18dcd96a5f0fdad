import { setTimeout as sleep } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { load } from "cheerio";
import { type ObjectStore, type StoredObject, StoreError } from "./objects.ts";

/** Where a bucket is and who asks; the names are those that all S3 tools read from the environment. */
export interface S3Access {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A call that fails is tried again, after twice as long each time: eight times are some 25 seconds. */
const TRIES = 9;
const FIRST_WAIT_MS = 100;
/** A call that says nothing for so long has failed. */
const LONGEST_CALL_MS = 60_000;

/** A bucket of S3-compatible storage, or what stands in it below a prefix. Each call is retried where that may help. */
export function s3Objects(bucket: string, prefix: string, access: S3Access): ObjectStore {
  const { endpoint, ...credentials } = access;
  const client = new AwsClient({ ...credentials, service: "s3", retries: 0 });
  const base = `${endpoint.replace(/\/$/, "")}/${bucket}`;
  const uri = `s3://${bucket}/${prefix}`;

  async function call(method: string, url: string, body?: Uint8Array): Promise<Response> {
    let failure = "";
    for (let tried = 0; tried < TRIES; tried++) {
      if (tried > 0) await sleep(FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + Math.random() / 2));
      try {
        const init = { method, ...(body && { body: Buffer.from(body) }) };
        const signed = await client.sign(url, init);
        const response = await fetch(signed, { signal: AbortSignal.timeout(LONGEST_CALL_MS) });
        if (response.ok || response.status === 404) return response;
        failure = `${response.status} ${codeIn(await response.text())}`.trim();
        if (response.status < 500 && response.status !== 429 && response.status !== 408) break;
      } catch (error) {
        const { message, cause } = error as Error;
        failure = cause instanceof Error && cause.message ? cause.message : message;
      }
    }
    throw new StoreError(`${method} in ${uri} failed: ${failure}`);
  }

  const urlOf = (name: string): string =>
    `${base}/${(prefix + name).split("/").map(encoded).join("/")}`;

  /** A body that breaks off is as good as none. */
  async function get(name: string): Promise<Uint8Array | undefined> {
    for (let tried = 1; ; tried++) {
      const response = await call("GET", urlOf(name));
      if (response.status === 404) return undefined;
      try {
        return new Uint8Array(await response.arrayBuffer());
      } catch (error) {
        if (tried === TRIES) throw new StoreError(`GET in ${uri} broke off: ${String(error)}`);
      }
    }
  }

  async function* list(below: string): AsyncGenerator<StoredObject> {
    let token = "";
    do {
      const query = [
        ["list-type", "2"],
        ["prefix", prefix + below],
        ...(token ? [["continuation-token", token]] : []),
      ].map(([key = "", value = ""]) => `${key}=${encoded(value)}`);
      const response = await call("GET", `${base}?${query.join("&")}`);
      if (response.status === 404) throw new StoreError(`there is no bucket ${bucket}`);
      const $ = load(await response.text(), { xml: true });
      for (const each of $("Contents").toArray()) {
        const name = $(each).children("Key").text().slice(prefix.length);
        const etag = $(each).children("ETag").text().replaceAll('"', "");
        yield { name, bytes: Number($(each).children("Size").text()), etag };
      }
      token = $("NextContinuationToken").text();
    } while (token !== "");
  }

  return {
    uri,
    get,
    list,
    async put(name, bytes) {
      const response = await call("PUT", urlOf(name), bytes);
      await response.arrayBuffer();
      if (response.status === 404) throw new StoreError(`there is no bucket ${bucket}`);
    },
    async has(name) {
      return (await call("HEAD", urlOf(name))).ok;
    },
    async remove(name) {
      await call("DELETE", urlOf(name));
    },
  };
}

/** S3's own way to write a name in an address: more is escaped than `encodeURIComponent` does. */
function encoded(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `NoSuchBucket`, of an error that S3 explains. */
function codeIn(xml: string): string {
  return /<Code>(\w+)<\/Code>/.exec(xml)?.[1] ?? "";
}
