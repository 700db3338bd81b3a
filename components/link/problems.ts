import { texts } from "../text";

/** Why a link does not open, with what the sentence needs. */
export type LinkProblem =
  | { code: "nothing" }
  | { code: "newer"; version: string }
  | { code: "tooLong"; characters: number; limit: number }
  | { code: "cutOff" }
  | { code: "damaged" }
  | { code: "tooLarge"; limit: number }
  | { code: "bomb"; ratio: number }
  | { code: "tooManyCells"; count: number; limit: number }
  | { code: "cellTooLarge"; cell: number; limit: number }
  | { code: "outputsTooLarge"; limit: number }
  | { code: "tooDeep"; limit: number }
  | { code: "forbiddenKey"; key: string }
  /** `where` is a path such as `c[3].s`. */
  | { code: "field"; where: string }
  /** It is an edit of a published notebook that this site does not have, or could not be asked for. */
  | { code: "unknownEdition" | "editionAway"; version: string };

/** The link does not open. `problem` is what to translate; the message is the English sentence. */
export class LinkError extends Error {
  override name = "LinkError";
  constructor(readonly problem: LinkProblem) {
    super(linkProblemText(problem, "en"));
  }
}

const kilobytes = (count: number) => `${Math.round(count / 1024)} KiB`;

/** The one sentence that says what was expected and what came. */
export function linkProblemText(problem: LinkProblem, language: "en" | "zh"): string {
  const { linkProblems: rows } = texts;
  switch (problem.code) {
    case "tooLong":
      return rows.tooLong[language](kilobytes(problem.limit), kilobytes(problem.characters));
    case "newer":
      return rows.newer[language](problem.version);
    case "tooLarge":
      return rows.tooLarge[language](kilobytes(problem.limit));
    case "bomb":
      return rows.bomb[language](problem.ratio);
    case "tooManyCells":
      return rows.tooManyCells[language](problem.limit, problem.count);
    case "cellTooLarge":
      return rows.cellTooLarge[language](problem.cell, kilobytes(problem.limit));
    case "outputsTooLarge":
      return rows.outputsTooLarge[language](kilobytes(problem.limit));
    case "tooDeep":
      return rows.tooDeep[language](problem.limit);
    case "forbiddenKey":
      return rows.forbiddenKey[language](problem.key);
    case "field":
      return rows.field[language](problem.where);
    case "unknownEdition":
    case "editionAway":
      return rows[problem.code][language](problem.version);
    default:
      return rows[problem.code][language];
  }
}
