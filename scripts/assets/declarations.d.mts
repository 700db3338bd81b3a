/** Everything that the types of a cell are made of: the text of files by path. */
export function readDeclarations(): { [path: string]: string };
