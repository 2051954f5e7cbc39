import { networkInterfaces } from 'node:os';

const ANY_ADDRESS = new Set(['0.0.0.0', '::']);

function listNetworkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/**
 * Where a browser finds the server, the address for links first: one that other computers can open too, if any can.
 * @param host HOST as it was given; without it the server is for this computer alone.
 */
export function listAddresses(host: string | undefined, port: number): string[] {
  const toUrl = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  if (!host) return [toUrl('localhost')];
  if (!ANY_ADDRESS.has(host)) return [toUrl(host)];
  return [...listNetworkAddresses(), 'localhost'].map(toUrl);
}
