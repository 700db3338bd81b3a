import type { NotebookStore } from "../components/notebook/store";
import { borrowKernel } from "./kernel";

/** Gives a notebook the site's kernel. Returns what takes it back. */
export function lendKernel(store: NotebookStore): () => void {
  const { kernel, giveBack } = borrowKernel();
  const leaveFolder = store.getState().attachFolder(kernel);
  const leaveVariables = store.getState().attachVariables(kernel);
  const leaveLenses = store.getState().attachLens(kernel);
  const detach = store.getState().attach(kernel);
  return () => {
    leaveFolder();
    leaveVariables();
    leaveLenses();
    detach();
    giveBack();
  };
}
