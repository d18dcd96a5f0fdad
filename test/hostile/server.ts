import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that nobody should ask: files link to it. `close` says what was asked. */
export async function unaskedServer() {
  const asked: string[] = [];
  const listening = createServer(({ url }, response) => {
    asked.push(url ?? "");
    response.end();
  }).listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    at: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    close(): string[] {
      listening.close();
      return asked;
    },
  };
}
