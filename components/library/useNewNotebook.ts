import { useRouter } from "next/navigation";
import { deskOf } from "../notebook/files";
import { emptyNotebook, type Notebook } from "../notebook/nbformat";
import { addNotebook, freeName } from "./library";

/** Makes a notebook of the reader's own and goes there; an empty one if there is no other. */
export function useNewNotebook(): (notebook?: Notebook, fileName?: string) => Promise<void> {
  const router = useRouter();
  return async (notebook = emptyNotebook(), fileName) => {
    const name = fileName ?? (await freeName("notebook"));
    const address = `/notebook/#${await addNotebook(deskOf(notebook, name))}`;
    // from one own notebook to another only the fragment changes, and the router tells nobody of that
    if (location.pathname.endsWith("/notebook/")) location.hash = address.split("#")[1]!;
    else router.push(address);
  };
}
