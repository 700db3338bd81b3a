/** Holds how many editors live at a time: who used its own the longest time ago gives it back. */
export type Pool = {
  /** `owner` uses its editor now. `giveBack` is called, once, when it must end it. */
  use(owner: object, giveBack: () => void): void;
  /** `owner` has ended its editor by itself. */
  leave(owner: object): void;
};

export function createPool(limit: number): Pool {
  const users = new Map<object, () => void>(); // the latest last
  return {
    use(owner, giveBack) {
      users.delete(owner);
      users.set(owner, giveBack);
      for (const [oldest, end] of users) {
        if (users.size <= limit) break;
        users.delete(oldest);
        end();
      }
    },
    leave: (owner) => users.delete(owner),
  };
}

/**
 * The page's editors. Going back and forth between a handful of cells finds each as it was left; more would cost memory
 * and make every resize slower.
 */
export const editors = createPool(8);
