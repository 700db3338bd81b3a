/** Unsigned 32-bit words that nobody can predict. */
export type Entropy = () => number;

/** The host's own source of them. */
export const cryptoWord: Entropy = () => crypto.getRandomValues(new Uint32Array(1))[0]!;
