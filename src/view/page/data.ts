import { useEffect, useRef, useState } from "preact/hooks";
import { SITE } from "./site.ts";

export type Loaded<Value> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly why: string }
  | { readonly state: "there"; readonly value: Value };

/** What the site has at an address, as JSON; asked for again where the address changes. */
export function useJson<Value>(address: string): Loaded<Value> {
  return useLoaded(address, () => SITE.json(address) as Promise<Value>);
}

export function useText(address: string): Loaded<string> {
  return useLoaded(address, () => SITE.text(address));
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

/** What is there now or, while the next is on its way, what was there last: a list that is typed for must not flicker. */
export function useLast<Value>(loaded: Loaded<Value>): Loaded<Value> {
  const last = useRef(loaded);
  if (loaded.state !== "loading") last.current = loaded;
  return last.current;
}

/** Sends something to the server; other sites cannot set the header. Throws an error in the server's words. */
export async function send(address: string, body?: Blob | string): Promise<unknown> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "X-Yusuan": "1", "Content-Type": "application/octet-stream" },
    ...(body !== undefined && { body }),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
