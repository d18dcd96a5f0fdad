/** What somebody found who held a figure against its source. */
export interface Review {
  readonly id: string;
  /** When, ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly act: "confirm" | "correct" | "publisher-error" | "undo";
  readonly disclosure: string;
  readonly fact: string;
  /** As it should read, in the printed unit. */
  readonly amount?: string | undefined;
  readonly reason?: string | undefined;
  readonly document: string;
  readonly place: string;
  readonly page: string;
  readonly bbox: string;
  readonly line: string;
  readonly published: string;
  readonly unit: string;
  /** The figure's at that time. */
  readonly status: string;
}

/** Where something is printed, and its digits. */
interface Printed {
  readonly document?: unknown;
  readonly place?: unknown;
  readonly page?: unknown;
  readonly bbox?: unknown;
  readonly line?: unknown;
  readonly published?: unknown;
}

/**
 * What a review is of: digits at a place in a document. Numbers of tables and rows may change from one version of the program to
 * the next, and then the review still stands; where other digits are read there, it does not.
 */
export function reviewKey({ document, place, page, bbox, line, published }: Printed): string {
  return [document, place, page, bbox, line, published].map((each) => String(each ?? "")).join("|");
}

/** The last review of each figure, without those that were undone, in the order that they were made. */
export function standing(reviews: readonly Review[]): Review[] {
  const last = new Map<string, Review>();
  for (const review of reviews) {
    const key = reviewKey(review);
    last.delete(key);
    if (review.act !== "undo") last.set(key, review);
  }
  return [...last.values()];
}
