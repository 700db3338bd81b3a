/** Numbers to be looked at, beside their text. Its form: workers/look/types.ts. */
export const tensorMime = "application/vnd.sporebook.tensor+json";
