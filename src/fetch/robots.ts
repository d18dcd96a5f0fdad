import robotsParser from "robots-parser";

/** What a site's robots.txt says to us (RFC 9309). */
export interface Robots {
  isAllowed(url: string): boolean;
  /** Seconds between requests that it asks for. */
  readonly delay: number;
}

/**
 * @param status of the answer to the request for robots.txt; 0 if there was none. Without the file everything is allowed;
 *   where the server fails, nothing is for now (RFC 9309, 2.3.1.4).
 */
export function robotsOf(url: string, status: number, text: string, agent: string): Robots {
  if (status === 0 || status >= 500) return { isAllowed: () => false, delay: 0 };
  if (status >= 400) return { isAllowed: () => true, delay: 0 };
  // A CommonJS module whose types say otherwise.
  const parse = robotsParser as unknown as typeof robotsParser.default;
  const robots = parse(url, text);
  return {
    isAllowed: (page) => robots.isAllowed(page, agent) ?? true,
    delay: robots.getCrawlDelay(agent) ?? 0,
  };
}
