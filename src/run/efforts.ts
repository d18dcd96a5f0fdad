/**
 * Which of many tasks may make an effort (recognise pages, have a file converted), and when one may have all memory that a
 * document may have: never both at once.
 */
export interface Efforts {
  /** Whether a task may make an effort now, which it then is at until `rest`. */
  begin(task: symbol): boolean;
  rest(task: symbol): void;
  /** Does something while nobody makes an effort; one such thing at a time is the caller's care. */
  without<T>(act: () => Promise<T>): Promise<T>;
  /** Resolves when efforts may be made again. */
  allowed(): Promise<void>;
}

export function createEfforts(): Efforts {
  const at = new Set<symbol>();
  let isAlone = false;
  let waiting: (() => void)[] = [];

  function wake(): void {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((go) => waiting.push(go));
  }

  return {
    begin(task) {
      if (isAlone && !at.has(task)) return false;
      at.add(task);
      return true;
    },
    rest(task) {
      if (at.delete(task)) wake();
    },
    async without(act) {
      isAlone = true;
      try {
        await until(() => at.size === 0);
        return await act();
      } finally {
        isAlone = false;
        wake();
      }
    },
    allowed: () => until(() => !isAlone),
  };
}
