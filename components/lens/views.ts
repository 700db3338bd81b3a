import type { OneForm } from "../../workers/protocol";
import type { Ask } from "./ask";
import type { Choice } from "./choice";

/** What a view of one array is given. */
export type ViewProps = { form: OneForm; ask: Ask; choice: Choice; choose(change: Choice): void };
