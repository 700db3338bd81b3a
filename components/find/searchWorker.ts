/* Looks for expressions beside the page: one that takes forever ends with the worker. */

import { type Found, type Query, type Searched, search } from "./search";

export type SearchTask = { query: Query; texts: readonly Searched[] };
export type SearchAnswer = Found | { wrong: string };

addEventListener("message", ({ data: { query, texts } }: MessageEvent<SearchTask>) => {
  postMessage(answer(query, texts));
});

function answer(query: Query, texts: readonly Searched[]): SearchAnswer {
  try {
    return search(query, texts);
  } catch (error) {
    return { wrong: String((error as Error).message) };
  }
}
