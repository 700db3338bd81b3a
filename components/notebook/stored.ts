/** Keys of the browser's storage; app/layout.tsx reads them before the first paint. */
export const stored = {
  language: "sporebook.language",
  theme: "sporebook.theme",
  settings: "sporebook.settings",
  clip: "sporebook.clip",
} as const;
