// The mail sink, a process of its own: takes every mail, keeps none, tells its parent which task it was about and when it
// was accepted. Only the headers are looked at.
import { SMTPServer } from 'smtp-server';
import { now } from './clock.mjs';

const WANTED = { 'x-laurel-nomination': 'nominationId', 'x-laurel-task': 'taskId', 'x-laurel-kind': 'kind', 'message-id': 'messageId' };

/** A header longer than a line goes on in the next one, which begins with a space. */
function headersOf(text) {
  const mail = {};
  for (const line of text
    .slice(0, text.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    const name = WANTED[line.slice(0, colon).toLowerCase()];
    if (name) mail[name] = line.slice(colon + 1).trim();
  }
  return mail;
}

const arrived = [];

/** Those of one turn of the event loop in one message. */
function tell(mail) {
  if (arrived.push(mail) > 1) return;
  setImmediate(() => process.send({ mails: arrived.splice(0) }));
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, session, callback) => {
    let head = '';
    stream.on('data', (chunk) => {
      if (!head.includes('\r\n\r\n')) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      callback(null, 'Taken');
      tell({ ...headersOf(head), at: now() });
    });
  },
});
// A worker that is killed hangs up in the middle; that is what is measured.
server.on('error', () => {});
process.once('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));
