/** A place in a cell's code: the line from 1, the column from 0. */
export interface Place {
  line: number;
  column: number;
}

/** Code that is not TypeScript. */
export class CellSyntaxError extends Error {
  override name = "SyntaxError";
  constructor(
    message: string,
    readonly place?: Place,
  ) {
    super(message);
  }
}
