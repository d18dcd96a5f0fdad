import { useEffect, useState } from "preact/hooks";
import { say } from "./language.ts";

export type Loaded<Value> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly why: string }
  | { readonly state: "there"; readonly value: Value };

/** What the server has at an address, as JSON; asked for again where the address changes. */
export function useJson<Value>(address: string): Loaded<Value> {
  return useLoaded(address, async () => (await answer(address)).json() as Promise<Value>);
}

export function useText(address: string): Loaded<string> {
  return useLoaded(address, async () => (await answer(address)).text());
}

export function useLoaded<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  const [loaded, setLoaded] = useState<{ key: string; now: Loaded<Value> }>();
  // The key says what is loaded.
  useEffect(() => {
    let wanted = true;
    const set = (now: Loaded<Value>) => wanted && setLoaded({ key, now });
    load().then(
      (value) => set({ state: "there", value }),
      (error) =>
        set({ state: "failed", why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return loaded?.key === key ? loaded.now : { state: "loading" };
}

/** Throws an error in the reader's words. */
export async function answer(address: string): Promise<Response> {
  const response = await fetch(address);
  if (response.ok) return response;
  const text = await response.text();
  if (response.status === 410)
    throw new Error(
      say(
        `找不到原文件 ${text}，或其内容已与当时不同：请在运行时所在的文件夹启动，或用 --from 指明`,
        `the source ${text} is not there, or is another file by now: start where the run started, or say --from`,
      ),
    );
  if (response.status === 404)
    throw new Error(
      say(
        "没有这份公开信息，或运行时没有写出 JSON（--formats）",
        "there is no such disclosure, or the run wrote no JSON (--formats)",
      ),
    );
  throw new Error(text);
}
