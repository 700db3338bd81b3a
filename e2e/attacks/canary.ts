import { createSocket } from "node:dgram";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A server on loopback that answers whoever asks, with whatever was asked for, and remembers everything. */
export interface Canary {
  url: string;
  /** `host:port` of a UDP socket, as a STUN server. */
  udp: string;
  /** Every path asked for, and `datagram` for a packet. */
  seen: string[];
  close(): void;
}

/** Whether it is this attack's call. Packets carry no names; those attacks are called `rtc…`. */
export const isFrom = (attack: string, seen: string) =>
  seen.startsWith(`/${attack}`) || (attack.startsWith("rtc") && seen === "datagram");

/** `pages` are given as they stand, and not remembered. */
export async function openCanary(pages: { [path: string]: string } = {}): Promise<Canary> {
  const seen: string[] = [];
  const http: Server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    if (page !== undefined) {
      response.writeHead(200, {
        "content-type": request.url?.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/html",
      });
      return response.end(page);
    }
    seen.push(request.url ?? "");
    const isModule = request.url?.includes("module");
    response.writeHead(200, {
      "content-type": isModule ? "text/javascript" : "text/html",
      "access-control-allow-origin": "*",
    });
    response.end(isModule ? "" : "<p>caught</p>");
  });
  http.on("upgrade", (request, socket: Socket) => {
    seen.push(request.url ?? "");
    socket.destroy();
  });
  const udp = createSocket("udp4", () => seen.push("datagram"));
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  await new Promise<void>((done) => udp.bind(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    udp: `127.0.0.1:${udp.address().port}`,
    seen,
    close() {
      http.close();
      http.closeAllConnections();
      udp.close();
    },
  };
}
