import { pino, stdSerializers, stdTimeFunctions, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { correlationId } from './correlation.ts';
import { redactText } from './redact.ts';

export type Logger = PinoLogger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

const SECRETS = ['authorization', 'cookie', 'token', 'key', 'password'].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

function redactedError(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message: redactText(message), stack: redactText(stack) };
}

/**
 * A JSON-lines logger to standard output. Every line carries the correlation id; task tokens and keys never pass.
 * `destination` is for tests.
 */
export function createLogger(name: string, level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      name,
      level,
      base: { name },
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: SECRETS, censor: '[redacted]' },
      serializers: { err: redactedError },
      mixin: () => {
        const id = correlationId();
        return id === null ? {} : { correlationId: id };
      },
      hooks: {
        logMethod(args, method) {
          const safe = args.map((arg: unknown) => (typeof arg === 'string' ? redactText(arg) : arg));
          method.apply(this, safe as typeof args);
        },
      },
    },
    destination,
  );
}
