/**
 * Every message of the event stream as JetStream stores it, one id a line: what a reader that
 * de-duplicates would hide is seen here. Run as a program on the lab's hub:
 * `stored-events.ts NATS_URL CELL`.
 */
import { connect } from 'nats';
import { busSubjects } from '../../schemas/subjects.ts';

const [servers = '', cell = ''] = process.argv.slice(2);
const connection = await connect({ servers });
try {
  const manager = await connection.jetstreamManager();
  const stream = busSubjects(cell).eventStream;
  const { state } = await manager.streams.info(stream);
  for (let seq = state.first_seq; seq <= state.last_seq && state.messages > 0; seq += 1) {
    const { header } = await manager.streams.getMessage(stream, { seq });
    process.stdout.write(`${header.get('Nats-Msg-Id')}\n`);
  }
} finally {
  await connection.close();
}
