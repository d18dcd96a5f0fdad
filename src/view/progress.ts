/** How far the reading of files is that the page took. */
export interface Progress {
  readonly folder: string;
  readonly state: "idle" | "reading" | "writing";
  readonly files: readonly string[];
  readonly total: number;
  readonly done: number;
  /** Files that gave nothing so far. */
  readonly failed: number;
  /** Why the last run came to nothing as a whole. */
  readonly error?: string;
}
