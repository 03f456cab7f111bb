import { Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { connectionOptions, type TemporalSettings } from './connection.ts';

/**
 * A client connection that is made at the first call, so that a process can start while the server is away. Once it is
 * being closed, calls under way are not tried again: the SDK would throw from a timer, and end the process.
 */
export function lazyConnection(settings: TemporalSettings): Connection {
  let closing = false;
  const usual = defaultGrpcRetryOptions();
  const retry = makeGrpcRetryInterceptor({
    ...usual,
    retryableDecider: (attempt, status) => !closing && usual.retryableDecider(attempt, status),
  });
  const connection = Connection.lazy({ ...connectionOptions(settings), interceptors: [retry] });
  const close = connection.close.bind(connection);
  connection.close = async () => {
    closing = true;
    await close();
  };
  return connection;
}
