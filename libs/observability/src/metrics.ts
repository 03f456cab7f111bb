import { Gauge, Registry } from 'prom-client';

/** One figure at this moment, with its labels. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface RenderedMetrics {
  readonly contentType: string;
  readonly text: string;
}

/** Figures as OpenMetrics text. Figures of one name carry the same labels. */
export async function renderMetrics(figures: readonly Figure[]): Promise<RenderedMetrics> {
  const registry = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  for (const name of new Set(figures.map((figure) => figure.name))) {
    const own = figures.filter((figure) => figure.name === name);
    const [first] = own;
    if (!first) continue;
    const gauge = new Gauge({ name, help: first.help, labelNames: Object.keys(first.labels ?? {}), registers: [registry] });
    for (const { labels, value } of own) gauge.set({ ...labels }, value);
  }
  return { contentType: registry.contentType, text: await registry.metrics() };
}
