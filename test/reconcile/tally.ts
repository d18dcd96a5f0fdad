/** Outcomes of many cases by kind, and the cases to look at, each in a line. */
export class Tally {
  readonly #kinds = new Map<string, Map<string, number>>();
  /** Cases in which a wrong figure is called right. */
  readonly silent: string[] = [];
  readonly #tell: (line: string) => void;

  /** Those cases are told as they come. */
  constructor(tell: (line: string) => void = () => {}) {
    this.#tell = tell;
  }

  add(kind: string, outcome: string, lines: readonly string[] = []): void {
    const outcomes = this.#kinds.get(kind) ?? new Map<string, number>();
    this.#kinds.set(kind, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
    this.silent.push(...lines);
    for (const line of lines) this.#tell(line);
  }

  count(outcome: string, kind: string): number {
    return this.#kinds.get(kind)?.get(outcome) ?? 0;
  }

  /** One line a kind, for console.table. */
  table(): Record<string, Record<string, number>> {
    const kinds = [...this.#kinds].sort(([a], [b]) => a.localeCompare(b));
    return Object.fromEntries(
      kinds.map(([kind, outcomes]) => [kind, Object.fromEntries(outcomes)]),
    );
  }
}
