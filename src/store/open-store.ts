import { resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import { folderObjects } from "./folder-objects.ts";
import type { ObjectStore } from "./objects.ts";
import type { S3Access } from "./s3-objects.ts";

/**
 * A store by its address: `s3://bucket/prefix`, or a folder. Who asks for a bucket, and where it is, stands in the environment
 * under the names that all S3 tools know. Throws UsageError where something of that is missing.
 */
export async function openStore(
  address: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ObjectStore> {
  const [, bucket, prefix = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(address) ?? [];
  if (bucket === undefined) {
    if (/^\w+:\/\//.test(address)) {
      throw new UsageError(`a store is a folder or s3://bucket/prefix; not "${address}"`);
    }
    return folderObjects(resolve(address));
  }
  const { s3Objects } = await import("./s3-objects.ts");
  return s3Objects(bucket, prefix === "" ? "" : `${prefix.replace(/\/$/, "")}/`, s3Access(env));
}

/** Whether an address is one of objects and not of files. */
export function isS3(address: string): boolean {
  return address.startsWith("s3://");
}

function s3Access(env: NodeJS.ProcessEnv): S3Access {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
  const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? "us-east-1";
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new UsageError(
      "an S3 store needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment",
    );
  }
  return {
    endpoint:
      env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`,
    ...{ region, accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
}
