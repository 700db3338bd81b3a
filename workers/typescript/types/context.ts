/* Where and how a program runs. There is one device here; what is set is remembered and read back. */

export const GRAPH_MODE = 0;
export const PYNATIVE_MODE = 1;

/** The settings that programs make most. */
export interface Context {
  mode: 0 | 1;
  deviceTarget: "CPU" | "GPU" | "Ascend" | "Davinci";
  deviceId: number;
}

/** Remembers settings, such as `{ mode: context.GRAPH_MODE, deviceTarget: "CPU" }`. @throws {ValueError} for one that does not exist */
export declare function setContext(settings: Partial<Context>): void;

/** A setting. @throws {ValueError} if there is none of the name */
export declare function getContext<K extends keyof Context>(name: K): Context[K];
