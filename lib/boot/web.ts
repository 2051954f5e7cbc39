import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { StartError } from '#lib/boot/start-error';

const REQUEST_MILLISECONDS = 5_000;
const IDLE_MILLISECONDS = 50;

/**
 * Listens, on this computer alone when no host was given.
 * @throws StartError when the port or the address cannot be had.
 */
export async function listen(server: Server, port: number, host = '127.0.0.1'): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use, perhaps by a Nearer that runs already. Stop that, or set PORT.`);
    if (code === 'EACCES')
      throw new StartError(`Port ${port} needs more rights than this user has. Set PORT to one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(`HOST ${host} is not an address of this computer.`);
    throw error;
  }
}

/**
 * Tries the port for a moment, so that one that is taken is found before anything else has started.
 * @throws StartError
 */
export async function checkPort(port: number, host?: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  probe.close();
  await once(probe, 'close');
}

/** Takes no new requests, cuts the sockets, and lets the requests at hand finish for five seconds. */
export async function closeServer(server: Server, realtime: { close(): Promise<void> }): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A kept-alive connection falls idle only after its last answer.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MILLISECONDS);
  const late = setTimeout(() => server.closeAllConnections(), REQUEST_MILLISECONDS);
  await Promise.all([closed, realtime.close()]);
  clearInterval(idle);
  clearTimeout(late);
}
