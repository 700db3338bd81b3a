/** The path of a Chromium for the tests. @throws {Error} if there is none and none can be installed */
export function findChromium(): string;
