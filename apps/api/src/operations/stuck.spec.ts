import { describe, expect, it } from '@jest/globals';
import { groupOf, noWorker, serverUnreachable } from './stuck.ts';

const now = Date.parse('2026-11-22T03:00:00Z');

describe('stuck groups', () => {
  it('name cause, owner and remedies', () => {
    const group = groupOf({
      class: 'MAIL_UNDELIVERABLE',
      groupKey: 'MAIL_UNDELIVERABLE:p',
      count: 1,
      since: 'x',
      evidence: '550',
      cases: [],
    });
    expect(group).toMatchObject({ owner: 'secretariat', evidence: '550', remedies: ['resend-mail', 'reassign', 'substitute'] });
  });

  it('see that no worker turns, and say what waits for one', () => {
    const loop = (ago: number) => [{ loop: 'inbox', worker: 'w', turnedAt: now - ago, lastError: null }];
    expect(noWorker(loop(1_000), { events: 1, acts: 0 }, now)).toBeNull();
    expect(noWorker(loop(120_000), { events: 1, acts: 2 }, now)).toMatchObject({
      class: 'NO_WORKER',
      count: 3,
      since: '2026-11-22T02:58:00.000Z',
    });
    expect(noWorker([], { events: 0, acts: 0 }, now)?.evidence).toContain('ever');
  });

  it('see an unreachable server', () => {
    expect(serverUnreachable(true, now)).toBeNull();
    expect(serverUnreachable(false, now)?.class).toBe('SERVER_UNREACHABLE');
  });
});
