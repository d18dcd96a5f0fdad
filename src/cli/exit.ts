/** Exit codes of the command (contract section 8). */
export const EXIT = {
  done: 0,
  someFailed: 1,
  usage: 2,
  nothingRead: 3,
  /** 128 + SIGINT, as shells count. */
  interrupted: 130,
} as const;
