/** y-crossws on Node, as its README shows. It keeps documents in memory only. */
import { createServer } from 'node:http';
import crossws from 'crossws/adapters/node';
import { createHandler } from 'y-crossws';

const server = createServer((_, response) => response.end());
const sockets = crossws(createHandler());
server.on('upgrade', (request, socket, head) => void sockets.handleUpgrade(request, socket, head));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
