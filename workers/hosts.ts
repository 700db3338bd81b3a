/** So many hosts may be named at once. */
export const mostHosts = 10;

/** A name as DNS has them, with a dot in it; no addresses in numbers, no ports, no stars. */
const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether this is a host's name that a policy can hold. */
export const isHostName = (text: string) => hostName.test(text);

/**
 * The hosts in what somebody wrote: names or https addresses, with commas or blanks between. What is neither stands in
 * `wrong`.
 */
export function readHosts(text: string): { hosts: string[]; wrong: string[] } {
  const words = text
    .toLowerCase()
    .split(/[\s,;，；]+/)
    .filter(Boolean);
  const names = words.map((word) => word.replace(/^https:\/\//, "").replace(/\/.*$/, ""));
  const hosts = [...new Set(names.filter(isHostName))].slice(0, mostHosts);
  return { hosts, wrong: words.filter((_, index) => !hosts.includes(names[index]!)) };
}
