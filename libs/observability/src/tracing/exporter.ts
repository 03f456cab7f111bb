import { otlpOf } from './otlp.ts';
import type { FinishedSpan } from './span.ts';

const SEND_EVERY_MS = 2_000;
const SEND_WITHIN_MS = 10_000;
/** Spans of one request. */
const BATCH = 512;
/** While the receiver is away so many are kept; older ones are let go: traces never weigh on the work itself. */
const KEPT = 4_096;

export interface ExporterSettings {
  /** Base address of an OTLP/HTTP receiver; spans go to `/v1/traces` below it. */
  readonly endpoint: string;
  /** `name=value` pairs parted by commas, as `OTEL_EXPORTER_OTLP_HEADERS` gives them. */
  readonly headers?: string | undefined;
  readonly service: string;
  /** Told when the receiver does not take spans. */
  readonly onError: (error: unknown) => void;
}

/** Sends finished spans to an OTLP/HTTP receiver as JSON, some at a time. */
export class SpanExporter {
  private readonly settings: ExporterSettings;
  private readonly url: string;
  private waiting: FinishedSpan[] = [];
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> = Promise.resolve();

  constructor(settings: ExporterSettings) {
    this.settings = settings;
    this.url = `${settings.endpoint.replace(/\/$/, '')}/v1/traces`;
  }

  add(span: FinishedSpan): void {
    this.waiting.push(span);
    if (this.waiting.length > KEPT) this.waiting = this.waiting.slice(-KEPT);
    this.timer ??= setTimeout(() => void this.flush(), SEND_EVERY_MS).unref();
  }

  /** Sends what waits; what is not taken is let go. Never rejects. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.sending = this.sending.then(() => this.sendAll());
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      await this.send(batch).catch(this.settings.onError);
    }
  }

  private async send(batch: readonly FinishedSpan[]): Promise<void> {
    const { service, headers } = this.settings;
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { ...headersOf(headers), 'content-type': 'application/json' },
      body: JSON.stringify(otlpOf(service, batch)),
      redirect: 'error',
      signal: AbortSignal.timeout(SEND_WITHIN_MS),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`The receiver of traces answered ${String(answer.status)}`);
  }
}

function headersOf(setting = ''): Readonly<Record<string, string>> {
  const pairs = setting.split(',').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())]];
  });
  return Object.fromEntries(pairs);
}
