import { bundle } from "../assets/bundle.mjs";

/** The lengths of links to the notebooks that come with the site. Lengths are the same on every machine: one round. */
export async function measureLinks() {
  const { linkLengths } = await import(await bundle("scripts/bench/links.ts"));
  console.log("\nlinks, characters from the # on");
  console.table(linkLengths());
}
