// The least that could do it. An answer: one insert, committed, and one frame to the partner. A command in a talk: one update of a
// row whose state is JSON, one frame to the partner, and one select when they ask how it stands.
import { createServer } from 'node:http';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const rooms = new Map<string, Set<WebSocket>>();
const http = createServer((_, response) => response.end());

async function answer(couple: string, { id, text }: { id: string; text: string }): Promise<void> {
  await pool.query({
    name: 'insert',
    text: 'INSERT INTO floor_answer (id, couple_id, body) VALUES ($1, $2, $3)',
    values: [id, couple, Buffer.from(text)],
  });
}

async function command(couple: string, { state }: { state: unknown }): Promise<number> {
  const { rows } = await pool.query<{ version: number }>({
    name: 'update',
    text: 'UPDATE floor_talk SET state = $2, version = version + 1 WHERE couple_id = $1 RETURNING version',
    values: [couple, JSON.stringify(state)],
  });
  return rows[0]?.version ?? 0;
}

async function readTalk(couple: string): Promise<unknown> {
  const { rows } = await pool.query({
    name: 'select',
    text: 'SELECT state, version FROM floor_talk WHERE couple_id = $1',
    values: [couple],
  });
  return rows[0];
}

new WebSocketServer({ server: http }).on('connection', (socket, { url = '/' }) => {
  const couple = url.slice(1);
  const room = rooms.get(couple) ?? new Set();
  rooms.set(couple, room.add(socket));
  const tell = (message: unknown) => {
    for (const other of room) if (other !== socket) other.send(JSON.stringify(message));
  };
  socket.on('close', () => room.delete(socket));
  socket.on('message', async (data) => {
    const message = JSON.parse(data.toString());
    if ('text' in message) {
      await answer(couple, message);
      tell({ id: message.id });
    } else if ('state' in message) {
      const version = await command(couple, message);
      tell({ changed: version });
      socket.send(JSON.stringify({ version }));
    } else socket.send(JSON.stringify(await readTalk(couple)));
  });
});
http.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
