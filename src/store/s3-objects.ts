import { setTimeout as sleep } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { load } from "cheerio";
import { type Answer, answerTo } from "./http-call.ts";
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
  const signing = { ...credentials, service: "s3", cache: new Map<string, ArrayBuffer>() };
  const base = `${endpoint.replace(/\/$/, "")}/${bucket}`;
  const uri = `s3://${bucket}/${prefix}`;

  /** An answer that breaks off is as good as none. */
  async function call(method: string, url: string, body?: Uint8Array): Promise<Answer> {
    let failure = "";
    for (let tried = 0; tried < TRIES; tried++) {
      if (tried > 0) await sleep(FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + Math.random() / 2));
      try {
        const signed = await new AwsV4Signer({ ...signing, method, url }).sign();
        const answer = await answerTo({ ...signed, body, milliseconds: LONGEST_CALL_MS });
        const { status } = answer;
        if (isOk(status) || status === 404) return answer;
        failure = `${status} ${codeIn(textOf(answer))}`.trim();
        if (status < 500 && status !== 429 && status !== 408) break;
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
    }
    throw new StoreError(`${method} in ${uri} failed: ${failure}`);
  }

  const urlOf = (name: string): string =>
    `${base}/${(prefix + name).split("/").map(encoded).join("/")}`;

  async function* list(below: string): AsyncGenerator<StoredObject> {
    let token = "";
    do {
      const query = [
        ["list-type", "2"],
        ["prefix", prefix + below],
        ...(token ? [["continuation-token", token]] : []),
      ].map(([key = "", value = ""]) => `${key}=${encoded(value)}`);
      const answer = await call("GET", `${base}?${query.join("&")}`);
      if (answer.status === 404) throw new StoreError(`there is no bucket ${bucket}`);
      const $ = load(textOf(answer), { xml: true });
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
    list,
    async get(name) {
      const { status, body } = await call("GET", urlOf(name));
      return status === 404 ? undefined : body;
    },
    async put(name, bytes) {
      const { status } = await call("PUT", urlOf(name), bytes);
      if (status === 404) throw new StoreError(`there is no bucket ${bucket}`);
    },
    async has(name) {
      return isOk((await call("HEAD", urlOf(name))).status);
    },
    async remove(name) {
      await call("DELETE", urlOf(name));
    },
  };
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

function textOf({ body }: Answer): string {
  return new TextDecoder().decode(body);
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
