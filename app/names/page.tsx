import type { Metadata } from "next";
import { Names, type Surface } from "../../components/names/Names";
import names from "./names.json";

export const metadata: Metadata = { title: "Names · Sporebook" };

/** What there is of MindSpore and NumPy; names.json is written by `npm run surface`. */
export default function Page() {
  return <Names surface={names as Surface} />;
}
