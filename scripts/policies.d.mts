/** The policy of a built page: its own inline scripts by hash, and no others. */
export function policyFor(html: string): string;

/** The page with its policy first in the head. @throws {Error} if it has none */
export function withPolicy(html: string): string;
