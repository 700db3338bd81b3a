/** The text, compressed (deflate); done beside the page's own work where the browser can. */
export async function packed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  if (typeof CompressionStream === "undefined")
    return (await import("fflate")).zlibSync(bytes) as Uint8Array<ArrayBuffer>;
  return collected(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate")));
}

/** @throws {Error} if these are not the bytes of a packed text */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (typeof DecompressionStream === "undefined")
    return new TextDecoder().decode((await import("fflate")).unzlibSync(bytes));
  const plain = await collected(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")));
  return new TextDecoder().decode(plain);
}

const collected = async (stream: ReadableStream) => new Uint8Array(await new Response(stream).arrayBuffer());
