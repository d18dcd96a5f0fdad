/** A sentence for a reader, in both languages. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}
