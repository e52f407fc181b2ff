import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

type Connecting = {
  createConnection(options: object, callback?: (error: Error | null, socket: Duplex) => void): Duplex;
};

/**
 * Connections to one platform, kept alive, with a time-out of their own for getting through. Where a network swallows
 * packets without a word (as providers do that block a messenger), a request would else wait until its whole time is
 * over, and then nobody could tell that it never left.
 */
export function createAgent(root: string, connectMs = 10_000): https.Agent {
  // Idle connections end before a router on the way forgets them.
  const options = { keepAlive: true, timeout: 30_000 };
  const agent = root.startsWith('http:') ? new http.Agent(options) : new https.Agent(options);
  const connecting = agent as unknown as Connecting;
  const connect = connecting.createConnection.bind(agent);
  connecting.createConnection = (given, callback) => {
    const socket = connect(given, callback);
    const late = setTimeout(() => {
      // Worded as the system words it, see networkTrouble.
      socket.destroy(Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' }));
    }, connectMs);
    socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () => clearTimeout(late));
    socket.once('close', () => clearTimeout(late));
    return socket;
  };
  // Both libraries' types ask for the https one; they take either.
  return agent as https.Agent;
}
