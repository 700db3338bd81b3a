import type { Metadata } from "next";
import { OwnNotebook } from "../OwnNotebook";

export const metadata: Metadata = { title: "Sporebook" };

/** Any notebook of the reader's own; the address says which: `/notebook/#<id>`. */
export default function Page() {
  return <OwnNotebook />;
}
