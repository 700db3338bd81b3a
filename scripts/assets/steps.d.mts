/** What was made last time: `{ step: { key, files: [{ path }] } }`. */
export const memory: string;
