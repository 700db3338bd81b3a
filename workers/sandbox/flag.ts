/*
 * A blob URL as a flag that another thread can lower: revoked means "no". Private references, taken before any user's
 * code runs, keep a cell from breaking Stop by accident.
 */
const Request = XMLHttpRequest;

/** Whether nobody has revoked the URL. Costs 0.2 to 2 ms. */
export function isAlive(url: string): boolean {
  return read(url) !== undefined;
}

/** What lies at a blob URL; undefined once it is revoked. */
export function read(url: string): string | undefined {
  const request = new Request();
  request.open("GET", url, false);
  try {
    request.send();
    return request.responseText;
  } catch {
    return undefined;
  }
}
