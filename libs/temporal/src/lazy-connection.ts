import { Connection } from '@temporalio/client';
import { connectionOptions, type TemporalSettings } from './connection.ts';

/** A client connection that is made at the first call, so that a process can start while the server is away. */
export function lazyConnection(settings: TemporalSettings): Connection {
  return Connection.lazy(connectionOptions(settings));
}
