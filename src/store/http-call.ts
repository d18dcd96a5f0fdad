import { Agent as PlainAgent, request as plainRequest } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { buffer } from "node:stream/consumers";

export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body?: Uint8Array | undefined;
  /** After which it has failed. */
  readonly milliseconds: number;
}

export interface Answer {
  readonly status: number;
  readonly body: Uint8Array;
}

const PLAIN = { request: plainRequest, agent: new PlainAgent({ keepAlive: true }) };
const SECURE = { request: secureRequest, agent: new SecureAgent({ keepAlive: true }) };

/** One call with its whole answer; rejects where that breaks off. It takes less of the processor than `fetch`, and a document needs five of them. */
export function answerTo({ method, url, headers, body, milliseconds }: Call): Promise<Answer> {
  const { request, agent } = url.protocol === "https:" ? SECURE : PLAIN;
  const signal = AbortSignal.timeout(milliseconds);
  return new Promise((resolve, reject) => {
    const options = { method, agent, signal, headers: Object.fromEntries(headers) };
    const call = request(url, options, (response) => {
      buffer(response).then(
        (whole) => resolve({ status: response.statusCode ?? 0, body: whole }),
        reject,
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}
