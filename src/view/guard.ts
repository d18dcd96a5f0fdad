import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/** What is asked of everyone who asks. */
export interface Guard {
  /** The only `Host` that is answered: 127.0.0.1 with the port. Another name for this machine is another site's. */
  readonly host: string;
  readonly token: string;
  /** Beginnings of addresses that take something in; all others only give out. */
  readonly writes?: readonly string[];
}

/** Scripts, styles and data come from here alone; WebAssembly is what pdf.js decodes pictures with. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

/** What every request of the page that changes something carries. */
export const WRITES = "x-yusuan";

/**
 * Lets in who has the token: in the address at the first visit, in a cookie from then on. Other sites in the same browser
 * know neither it nor the host, and what they send on their own behalf says so.
 */
export function guarded({ host, token, writes = [] }: Guard): MiddlewareHandler {
  // Cookies know no ports: two workbenches on one machine must not take each other's.
  const cookie = `yusuan-${host.split(":")[1] ?? ""}`;
  return async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    const { req } = c;
    if (req.header("host") !== host) return c.text("403 this address is not the workbench's", 403);
    const origin = req.header("origin");
    const from = req.header("sec-fetch-site") ?? "none";
    if (
      (origin !== undefined && origin !== `http://${host}`) ||
      !/^(?:same-origin|none)$/.test(from)
    )
      return c.text("403 asked from another site", 403);
    if (req.method !== "GET" && req.method !== "HEAD") {
      const isWrite = req.method === "POST" && writes.some((under) => req.path.startsWith(under));
      if (!isWrite) return c.text("405 only reads", 405);
      // A form of another site may leave these out, and sends no header of its own.
      if (origin === undefined || req.header(WRITES) === undefined)
        return c.text("403 asked from another site", 403);
    }
    const given = req.query("token");
    if (req.path === "/" && given !== undefined && same(given, token)) {
      setCookie(c, cookie, token, { httpOnly: true, sameSite: "Strict", path: "/" });
      return c.redirect("/", 303);
    }
    if (!same(getCookie(c, cookie) ?? "", token))
      return c.text(
        "401 open the address that `yusuan serve` printed · 请打开 yusuan serve 显示的地址",
        401,
      );
    return next();
  };
}

/** In the same time, however much of it is right. */
function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
