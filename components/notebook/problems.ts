import { texts } from "../text";

/** What a field of a notebook must be, by the field's name; `objects` for members of lists. */
export const expectations = {
  cells: "list",
  outputs: "list",
  metadata: "object",
  data: "object",
  source: "lines",
  text: "lines",
  traceback: "listOfText",
  ename: "text",
  evalue: "text",
  cell_type: "cellType",
  output_type: "outputType",
  name: "text",
  execution_count: "count",
  nbformat: "count",
  nbformat_minor: "count",
} as const;
export type Expectation = (typeof expectations)[keyof typeof expectations];

/** Why a text is not taken as a notebook, with what the sentence needs. */
export type Problem =
  | { code: "empty" }
  | { code: "notText" }
  | { code: "tooLarge"; characters: number; limit: number }
  | { code: "notJson"; start: string }
  | { code: "notNotebook"; came: string }
  /** It begins like JSON but is damaged; `line` is 0 where the browser does not say it. */
  | { code: "broken"; line: number }
  | { code: "cutOff"; line: number }
  /** A merge left its marks in it. */
  | { code: "conflict"; line: number }
  | { code: "oldVersion"; came: string }
  | { code: "version"; came: string }
  | { code: "tooManyCells"; count: number; limit: number }
  | { code: "tooDeep"; limit: number }
  /** `where` is a path such as `cells[3].source`, `came` a piece of JSON, or "" if the field is missing. */
  | { code: "field"; where: string; expected: Expectation; came: string };

/** The text is no notebook. `problem` is what to translate; the message is the English sentence. */
export class NotebookError extends Error {
  override name = "NotebookError";
  constructor(readonly problem: Problem) {
    super(problemText(problem, "en"));
  }
}

/** The one sentence that says what was expected and what came. */
export function problemText(problem: Problem, language: "en" | "zh"): string {
  switch (problem.code) {
    case "empty":
      return texts.fileEmpty[language];
    case "notText":
      return texts.fileNotText[language];
    case "tooLarge":
      return texts.fileTooLarge[language](megabytes(problem.characters), megabytes(problem.limit));
    case "notJson":
      return texts.fileNotJson[language](problem.start);
    case "notNotebook":
      return texts.fileNotNotebook[language](problem.came);
    case "broken":
      return texts.fileBroken[language](problem.line);
    case "cutOff":
      return texts.fileCutOff[language](problem.line);
    case "conflict":
      return texts.fileConflict[language](problem.line);
    case "oldVersion":
      return texts.fileOldVersion[language](problem.came);
    case "version":
      return texts.fileVersion[language](problem.came);
    case "tooManyCells":
      return texts.fileTooManyCells[language](problem.count, problem.limit);
    case "tooDeep":
      return texts.fileTooDeep[language](problem.limit);
    case "field": {
      const expected = texts.expected[problem.expected][language];
      return texts.fileField[language](problem.where, expected, problem.came || texts.nothing[language]);
    }
  }
}

const megabytes = (characters: number) => (characters / 1e6).toFixed(characters < 1e7 ? 1 : 0);

/** The start of a text, on one line. */
export const glimpse = (text: string) => (text.length <= 30 ? text : `${text.slice(0, 30)}…`).replace(/\s+/g, " ");
