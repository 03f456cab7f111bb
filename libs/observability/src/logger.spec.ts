import { describe, expect, it } from '@jest/globals';
import { correlationId, correlationIdFrom, withCorrelation } from './correlation.ts';
import { createLogger } from './logger.ts';

function capture(): { lines: string[]; write: (line: string) => void } {
  const lines: string[] = [];
  return { lines, write: (line) => void lines.push(line) };
}

describe('logger', () => {
  it('writes no token and no key, whichever way they come', () => {
    const sink = capture();
    const logger = createLogger('api', 'info', sink);
    logger.info({ headers: { authorization: 'Bearer lrl_1' }, token: 'abc' }, 'GET /t/secret-token-value');
    logger.error({ err: new Error('failed at /t/secret-token-value') }, 'refused');
    expect(sink.lines.join('')).not.toMatch(/secret-token-value|lrl_1|"abc"/);
  });

  it('carries the correlation id of the running request', async () => {
    const sink = capture();
    const logger = createLogger('api', 'info', sink);
    await withCorrelation('request-1', async () => {
      await Promise.resolve();
      logger.info('inside');
    });
    expect(JSON.parse(sink.lines[0] ?? '')).toMatchObject({ name: 'api', msg: 'inside', correlationId: 'request-1' });
    expect(correlationId()).toBeNull();
  });

  it('does not repeat a correlation id that could forge log lines', () => {
    expect(correlationIdFrom('request-1234')).toBe('request-1234');
    expect(correlationIdFrom('bad id\n{"level":60}')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});
