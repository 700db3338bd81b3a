/** What a worker may have sent that the page has not taken yet; more of either is the worker's end. */
export const most = { messages: 1_000, characters: 100_000_000 } as const;

/** From here on a worker of ours sends seldom, so that however slow a page is, it never comes to that. */
export const slow = { messages: 200, characters: 16_000_000 } as const;

type Amount = { messages: number; characters: number };

/** The account of one worker's messages: those on the page's way, until it says that it has taken them. */
export class Budget {
  readonly #sizes: number[] = []; // of the messages, in their order
  #characters = 0;
  #junk = 0; // what nobody will take

  constructor(private readonly limits: Amount = most) {}

  /** One more message, of so many characters, is on its way. */
  send(characters: number): void {
    this.#sizes.push(characters);
    this.#characters += characters;
  }
  /** Something has come that goes nowhere. It stays on the account for good. */
  refuse(): void {
    this.#junk++;
  }
  /** The page has taken the eldest. */
  take(): void {
    this.#characters -= this.#sizes.shift() ?? 0;
  }

  get isBroken(): boolean {
    return this.#isOver(this.limits);
  }
  get isSlow(): boolean {
    return this.#isOver(slow);
  }

  #isOver({ messages, characters }: Amount): boolean {
    return this.#sizes.length + this.#junk > messages || this.#characters > characters;
  }
}
