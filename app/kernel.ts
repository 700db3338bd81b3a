import { linkIn } from "../components/link/paste";
import { connect } from "../workers/connect";
import type { Kernel } from "../workers/protocol";

/** What came by a link starts nothing until somebody runs it. */
const isWanted = () => typeof document !== "undefined" && linkIn(location.hash) === undefined;

/** What the page's first code cell is in, as far as its HTML says. */
const firstLanguage = () =>
  document.querySelector("[data-cell][data-type=code]")?.getAttribute("data-speaks") === "typescript"
    ? "typescript"
    : "python";

/** The site's one kernel. Begun while the page is still being taken over, so that Python boots while one reads. */
let kernel: Kernel | undefined = isWanted() ? connect(undefined, firstLanguage()) : undefined;

/**
 * The kernel, for one notebook at a time. Going from notebook to notebook keeps it warm: `giveBack` begins a fresh
 * session, so that no variable and no leave to use the network goes along.
 */
export function borrowKernel(): { kernel: Kernel; giveBack(): void } {
  const lent = (kernel ??= connect());
  let isFresh = true;
  const unwatch = lent.watch(({ phase }) => {
    isFresh = phase === "starting";
  });
  return {
    kernel: lent,
    giveBack: () => {
      unwatch();
      const next = lent.hosts.length > 0 ? lent.allow([]) : isFresh ? undefined : lent.restart();
      next?.catch(() => {}); // the status says why it is dead
    },
  };
}
