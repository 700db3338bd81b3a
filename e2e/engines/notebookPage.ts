import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import type { EnginePage } from "./engines";

/** Waits until there is one, and says how many milliseconds it took. */
export async function until(page: EnginePage, selector: string, of = selector, timeout = 60_000): Promise<number> {
  const from = Date.now();
  const isThere = () => page.evaluate((selector) => document.querySelector(selector) !== null, selector);
  await expect.poll(isThere, { message: `${of}: ${selector}`, timeout, intervals: [50] }).toBe(true);
  return Date.now() - from;
}

/** Opens a file as the file chooser does. The text travels compressed, for no driver likes 46 million letters. */
export const openFile = (page: EnginePage, name: string, text: string) =>
  page.evaluate(
    async ({ name, packed }) => {
      const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      const files = new DataTransfer();
      files.items.add(new File([await new Response(stream).blob()], name, { type: "application/json" }));
      const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    { name, packed: gzipSync(text).toString("base64") },
  );
