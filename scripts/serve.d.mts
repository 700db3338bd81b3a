import type { Server } from "node:http";

/** A plain static server for a folder, under `base`; `onRequest` sees every path asked for. */
export function staticServer(folder: string, options?: { base?: string; onRequest?: (path: string) => void }): Server;

/** Listens on the port, or on the next free one; gives the port. */
export function listen(server: Server, port: number, host?: string): Promise<number>;
