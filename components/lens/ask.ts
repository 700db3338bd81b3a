import type { LookAnswer, LookRequest } from "../../workers/protocol";

export type Kind = LookRequest["kind"];
export type Request<K extends Kind = Kind> = Extract<LookRequest, { kind: K }>;

/**
 * Whoever answers what the views ask about numbers: a file's own form, or the kernel. By `signal` whoever asks says that they do
 * not wait any more; a question that was not put yet is then refused as "busy".
 */
export type Ask = <K extends Kind>(request: Request<K>, signal?: AbortSignal) => Promise<LookAnswer<K>>;

export const refuse = (reason: "busy" | "gone" | "wrong") =>
  ({ kind: "refused", reason, message: "" }) as const satisfies LookAnswer;
