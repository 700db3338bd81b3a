import type { Json } from "../notebook/nbformat";
import type { NotebookState } from "../notebook/store";
import { fetchEdition, versionOf } from "./editions";
import { editionIn, fragmentOf } from "./encode";

type Shared = Pick<
  NotebookState,
  "bundled" | "frame" | "order" | "cells" | "runs" | "lenses" | "fileName" | "language"
>;

/**
 * What stands behind the `#` of the notebook's link: the shortest that there is. Where the text that the notebook came from
 * is not kept by this site, or cannot be asked for, it holds all of it.
 *
 * @throws {LinkError} if it is more than a link may hold
 */
export async function sharedFragment(state: Shared, withOutputs: boolean): Promise<string> {
  const version = state.bundled ? versionOf(state.bundled) : editionIn(state.frame.metadata as Json);
  const edition = version === undefined ? undefined : await fetchEdition(version).catch(() => undefined);
  const languages = state.bundled ? [state.language] : (["zh", "en"] as const); // a copy may stand in either
  const edits = edition ? languages.map((each) => fragmentOf(state, withOutputs, edition, each)) : [];
  const all = edits.length > 0 ? edits : [fragmentOf(state, withOutputs)];
  return all.reduce((best, next) => (next.length < best.length ? next : best));
}

/** A link to this site. */
export function addressOf(fragment: string, view: "page" | "read" | "embed"): string {
  const query = view === "page" ? "" : `?${view}`;
  return `${location.origin}${process.env.BASE_PATH ?? ""}/notebook/${query}#${fragment}`;
}

/** What another page holds to show the notebook in itself. */
export function embedCode(fragment: string, title: string): string {
  const name = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const look = "width:100%;height:480px;border:1px solid #ccc;border-radius:8px";
  return `<iframe src="${addressOf(fragment, "embed")}" title="${name}" style="${look}" loading="lazy"></iframe>`;
}
