import { describe, expect, it } from '@jest/globals';
import { mailState, readiness, workersState } from './readiness.ts';

const now = 10_000_000;
const loop = (name: string, ago: number, lastError: string | null = null) => ({ loop: name, worker: 'w', turnedAt: now - ago, lastError });

describe('readiness', () => {
  it('is ready while events can be accepted durably', () => {
    expect(readiness({ database: 'ok', temporal: 'down', workers: 'down', mail: 'degraded' }).status).toBe('degraded');
    expect(readiness({ database: 'down', temporal: 'ok', workers: 'ok', mail: 'ok' }).status).toBe('down');
    expect(readiness({ database: 'ok', temporal: 'ok', workers: 'ok', mail: 'ok' }).status).toBe('ok');
  });

  it('sees a loop that died beside living ones', () => {
    expect(workersState([], now)).toBe('down');
    expect(workersState([loop('inbox', 100_000)], now)).toBe('down');
    expect(workersState([loop('inbox', 100), loop('mail', 100_000)], now)).toBe('degraded');
    expect(workersState([loop('inbox', 100), loop('mail', 100, 'boom')], now)).toBe('degraded');
    expect(workersState([loop('inbox', 100), loop('inbox', 100_000)], now)).toBe('ok');
  });

  it('calls a dead mail server degraded', () => {
    expect(mailState({ up: false, reason: 'refused', since: 0 })).toBe('degraded');
    expect(mailState(null)).toBe('ok');
  });
});
