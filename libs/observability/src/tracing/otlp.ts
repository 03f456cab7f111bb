import type { Attributes, FinishedSpan, SpanKind } from './span.ts';

const KINDS: Readonly<Record<SpanKind, number>> = { internal: 1, server: 2, client: 3 };
const FAILED = 2;

/** Spans as OTLP/JSON, one resource and one scope (opentelemetry-proto, trace/v1). */
export function otlpOf(service: string, spans: readonly FinishedSpan[]): object {
  const resource = { attributes: attributesOf({ 'service.name': service }) };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'laurel' }, spans: spans.map(spanOf) }] }] };
}

function spanOf({ context, parentSpanId, links, name, kind, attributes, startedAt, endedAt, error }: FinishedSpan): object {
  return {
    ...context,
    ...(parentSpanId !== null && { parentSpanId }),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: String(startedAt),
    endTimeUnixNano: String(endedAt),
    attributes: attributesOf(error === null ? attributes : { ...attributes, 'error.type': error }),
    links: [...links],
    status: error === null ? {} : { code: FAILED },
  };
}

function attributesOf(attributes: Attributes): readonly object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: valueOf(value) }));
}

function valueOf(value: string | number | boolean): object {
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return { boolValue: value };
    default:
      return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  }
}
