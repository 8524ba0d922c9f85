import { connect, createServer } from 'node:net';

/** A sign of life that the system takes away with its process, whatever ends it. */
export interface LifeSign {
  end(): Promise<void>;
}

/**
 * Give a sign of life: a socket that listens. The system itself answers on it, also while a long statement blocks the process, and processes of
 * other containers can ask as well.
 *
 * @returns `null` where the file system, its length of paths or the system has no such sockets
 */
export const giveLifeSign = (path: string): Promise<LifeSign | null> =>
  new Promise((resolve) => {
    if (process.platform === 'win32') {
      resolve(null);
      return;
    }
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(null));
    // `exclusive`, so that a cluster's primary does not hold the socket in place of its worker.
    server.listen({ path, exclusive: true }, () => {
      // The sign must not keep alive what it is a sign of.
      server.unref();
      resolve({ end: () => new Promise((ended) => server.close(() => ended())) });
    });
  });

/** Is nobody behind a sign of life any more? Only a refusal of the system itself says so. */
export const isSilent = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', (error) => resolve('code' in error && error.code === 'ECONNREFUSED'));
  });
