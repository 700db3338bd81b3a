/** Where the carets and the ends of selections are in the editors that are open, by the text's name. */
const carets = new Map<string, () => readonly number[]>();

/** An editor says where its carets are, in characters from the start, when asked. Returns what ends that. */
export function offerCarets(id: string, places: () => readonly number[]): () => void {
  carets.set(id, places);
  return () => {
    if (carets.get(id) === places) carets.delete(id);
  };
}

/** The places in that editor, or in the text field in its stead; none if it is not open. */
export function caretsIn(id: string): readonly number[] {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement && field.closest(`[data-cell="${id}"]`) && !field.closest(".monaco-editor"))
    return [field.selectionStart, field.selectionEnd];
  return carets.get(id)?.() ?? [];
}
