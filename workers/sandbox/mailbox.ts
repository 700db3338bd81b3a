import { isAlive, read } from "./flag";
import type { Answer, Board } from "./messages";

/** Hex digits of the UUID that the board's revoked bits spell. */
function addressOn(board: Board): string {
  let hex = "";
  for (let i = 0; i < board.bits.length; i += 4) {
    const digit = board.bits.slice(i, i + 4).reduce((value, url) => value * 2 + (isAlive(url) ? 0 : 1), 0);
    hex += digit.toString(16);
  }
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The worker's end of `input`: waits on the board, without shared memory, for the frame to put an answer there. */
export class Mailbox {
  #board: Board;
  #question = 0;

  /** `onRead` hears which question's answer has been read and may be forgotten. */
  constructor(
    board: Board,
    private readonly onRead: (question: number) => void,
  ) {
    this.#board = board;
  }

  /** The answer to the next question; undefined when `pause`, called between two looks, says that Stop was pressed. */
  receive(pause: () => boolean): string | undefined {
    const question = ++this.#question;
    for (;;) {
      while (isAlive(this.#board.ready)) if (pause()) return undefined;
      const letter = JSON.parse(read(`blob:null/${addressOn(this.#board)}`) ?? "null") as Answer | null;
      if (!letter) throw new Error("The answer could not be fetched: this browser names its blob URLs in another way.");
      this.#board = letter.board;
      this.onRead(letter.question);
      if (letter.question === question) return letter.text; // else it answers one that Stop has ended
    }
  }
}
