import { AsyncLocalStorage } from 'node:async_hooks';
import { SpanExporter, type ExporterSettings } from './exporter.ts';
import { newSpanId, newTraceId, spanOfNomination, type Attributes, type FinishedSpan, type SpanContext, type SpanKind } from './span.ts';

export interface SpanWishes {
  readonly kind?: SpanKind;
  /** The span belongs to the trace of this nomination's way. */
  readonly nominationId?: string | null;
  readonly attributes?: Attributes;
  /** Who called from outside. */
  readonly caller?: SpanContext | null;
}

const current = new AsyncLocalStorage<OpenSpan>();
const nanos = (): bigint => BigInt(Math.round((performance.timeOrigin + performance.now()) * 1_000)) * 1_000n;

/** A span that is not over; what was not ended is never told of. */
export class OpenSpan {
  name: string;
  private readonly startedAt = nanos();
  private readonly wishes: SpanWishes;
  private readonly links: SpanContext[] = [];
  private readonly done: (span: FinishedSpan) => void;
  private attributes: Attributes;
  private parentSpanId: string | null;
  private own: SpanContext;

  constructor(name: string, wishes: SpanWishes, done: (span: FinishedSpan) => void) {
    this.name = name;
    this.wishes = wishes;
    this.done = done;
    this.attributes = wishes.attributes ?? {};
    const parent = current.getStore()?.context ?? wishes.caller ?? null;
    this.own = { traceId: parent?.traceId ?? newTraceId(), spanId: newSpanId() };
    this.parentSpanId = parent?.spanId ?? null;
    if (wishes.nominationId) this.joins(wishes.nominationId);
  }

  get context(): SpanContext {
    return this.own;
  }

  set(attributes: Attributes): void {
    this.attributes = { ...this.attributes, ...attributes };
  }

  /** Moves the span into the trace of a nomination; `first` where its way begins. What called it stays linked. */
  joins(nominationId: string, first = false): void {
    const way = spanOfNomination(nominationId);
    this.set({ 'laurel.nomination': nominationId });
    if (way.traceId === this.own.traceId) return;
    if (this.parentSpanId !== null) this.links.push({ traceId: this.own.traceId, spanId: this.parentSpanId });
    this.own = first ? way : { traceId: way.traceId, spanId: this.own.spanId };
    this.parentSpanId = first ? null : way.spanId;
  }

  /** Runs the work, and everything that it starts, below this span. */
  run<Answer>(work: () => Answer): Answer {
    return current.run(this, work);
  }

  /** `error` is the class of what went wrong, or null. */
  end(error: string | null = null): void {
    const { own: context, parentSpanId, links, name, attributes, startedAt } = this;
    const kind = this.wishes.kind ?? 'internal';
    this.done({ context, parentSpanId, links, name, kind, attributes, startedAt, endedAt: nanos(), error });
  }
}

/** Tells an OTLP receiver what was done and how long it took. Only made where a receiver is set: without it nothing is traced. */
export class Tracer {
  private readonly exporter: SpanExporter;

  constructor(settings: ExporterSettings) {
    this.exporter = new SpanExporter(settings);
  }

  start(name: string, wishes: SpanWishes = {}): OpenSpan {
    return new OpenSpan(name, wishes, (span) => {
      this.exporter.add(span);
    });
  }

  /** Runs the work as a span; what it throws is thrown. */
  async span<Answer>(name: string, wishes: SpanWishes, work: (span: OpenSpan) => Promise<Answer>): Promise<Answer> {
    const span = this.start(name, wishes);
    try {
      const answer = await span.run(() => work(span));
      span.end();
      return answer;
    } catch (error) {
      span.end(error instanceof Error ? error.name : typeof error);
      throw error;
    }
  }

  /** Sends what waits. */
  close(): Promise<void> {
    return this.exporter.flush();
  }
}

/** The settings of a process that say where traces go. */
export interface TracingEnvironment {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
}

/** The tracer of a process; null where no receiver is set. */
export function tracerOf(env: TracingEnvironment, service: string, onError: (error: unknown) => void): Tracer | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = env;
  return endpoint === undefined ? null : new Tracer({ endpoint, headers, service, onError });
}
