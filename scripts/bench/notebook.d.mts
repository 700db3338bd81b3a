/** A notebook of so many cells, two code cells to a text cell, as the text of its file. */
export function notebookOf(count: number): string;
