import { createHash, randomBytes } from 'node:crypto';

/** Hex ids as W3C Trace Context writes them: 32 digits of the trace, 16 of the span. */
export interface SpanContext {
  readonly traceId: string;
  readonly spanId: string;
}

export type SpanKind = 'internal' | 'server' | 'client';
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** What is told of a span when it is over. Names, addresses, reasons and tokens are no attributes: traces leave the house. */
export interface FinishedSpan {
  readonly context: SpanContext;
  readonly parentSpanId: string | null;
  readonly links: readonly SpanContext[];
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
  /** Nanoseconds since 1970. */
  readonly startedAt: bigint;
  readonly endedAt: bigint;
  /** The class of what went wrong; its words may name somebody. */
  readonly error: string | null;
}

const TRACEPARENT = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}$/;

/** The caller's span out of a `traceparent` header (W3C Trace Context), or null. */
export function callerSpan(header: string | readonly string[] | undefined): SpanContext | null {
  const [, traceId = '', spanId = ''] = TRACEPARENT.exec(typeof header === 'string' ? header : '') ?? [];
  return /[^0]/.test(traceId) && /[^0]/.test(spanId) ? { traceId, spanId } : null;
}

/**
 * The trace of a nomination's whole way and its first span, derived from its id: every process tells of the same trace for
 * as long as the nomination lives, and nothing has to be carried from one to the next.
 */
export function spanOfNomination(nominationId: string): SpanContext {
  const hash = createHash('sha256').update(`laurel:nomination:${nominationId}`).digest('hex');
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) };
}

export const newTraceId = (): string => randomBytes(16).toString('hex');
export const newSpanId = (): string => randomBytes(8).toString('hex');
