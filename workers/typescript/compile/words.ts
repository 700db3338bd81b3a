/** The names that compiled cells use for themselves; nobody else's variables are called so. */
export const words = {
  /** The object that holds every name of the session. */
  scope: "__scope",
  /** What the kernel does for a cell while it runs. */
  kit: "__kit",
  /** Throws when the run is to stop, else gives its argument back: where the count begins anew. */
  tick: "__tick",
  /** Steps of this function's loops since the last look. */
  steps: "__steps",
  /** The same where an iteration calls functions, so that it may take long. */
  calls: "__calls",
  /** Calls left before the next tick, for all functions of a cell. */
  depth: "__depth",
  /** Which run a function belongs to, to end it when that run was stopped while it waited. */
  run: "__run",
  /** How far a loop may go before the next look, and where it was after the last. */
  end: "__end",
  from: "__from",
  loop: "__loop",
  error: "__error",
} as const;
