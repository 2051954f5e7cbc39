// The least that could do what an answer does: one insert, committed, and one frame to the partner.
import { createServer } from 'node:http';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const rooms = new Map<string, Set<WebSocket>>();
const http = createServer((_, response) => response.end());

new WebSocketServer({ server: http }).on('connection', (socket, { url = '/' }) => {
  const couple = url.slice(1);
  const room = rooms.get(couple) ?? new Set();
  rooms.set(couple, room.add(socket));
  socket.on('close', () => room.delete(socket));
  socket.on('message', async (data) => {
    const { id, text } = JSON.parse(data.toString());
    await pool.query({
      name: 'insert',
      text: 'INSERT INTO floor (id, couple_id, body) VALUES ($1, $2, $3)',
      values: [id, couple, Buffer.from(text)],
    });
    for (const other of room) if (other !== socket) other.send(JSON.stringify({ id }));
  });
});
http.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
