import { describe, expect, it } from '@jest/globals';
import type { Incident, MailToPlan } from '@laurel/db';
import type { StuckGroup } from '@laurel/domain';
import { healthyTables } from './operations.fixture.ts';
import { Watchman, type WatchmanParts } from './watchman.ts';

const ago = (ms: number): number => Date.now() - ms;

interface Heard {
  readonly followed: (readonly string[])[];
  readonly mails: MailToPlan[];
  relayed: number;
}

/** A watchman whose last worker turned so long ago, and what was heard of it. */
function watching(silentMs: number, parts: Partial<WatchmanParts> = {}): { readonly heard: Heard; readonly watchman: Watchman } {
  const heard: Heard = { followed: [], mails: [], relayed: 0 };
  const open: Incident[] = [];
  const lastTurnAt = ago(silentMs);
  const watchman = new Watchman({
    lock: { alone: (_, work) => work() },
    health: { loops: () => Promise.resolve([{ loop: 'classifier', worker: 'w', turnedAt: lastTurnAt, lastError: null }]) },
    evidence: { tables: () => Promise.resolve({ ...healthyTables(), lastTurnAt, waiting: { events: 3, acts: 1 } }) },
    snapshots: { groups: () => Promise.resolve([]) },
    incidents: {
      follow: (told) => {
        heard.followed.push(told.map(({ groupKey }) => groupKey));
        for (const one of told) open.push({ ...one, id: one.groupKey, openedAt: new Date(0), clearedAt: null });
        return Promise.resolve();
      },
      unposted: () => Promise.resolve(open.splice(0)),
      markPosted: () => Promise.resolve(),
    },
    planMails: (mails) => Promise.resolve(heard.mails.push(...mails)),
    mailTo: ['truc.ban@example.vn'],
    webhookUrl: null,
    publicUrl: 'http://localhost:3000',
    relay: {
      turn: () => {
        heard.relayed += 1;
        return Promise.resolve(false);
      },
      drain: () => Promise.resolve(),
    },
    closeTransport: () => undefined,
    startedAt: ago(3_600_000),
    ...parts,
  });
  return { heard, watchman };
}

describe('the watchman', () => {
  it('says nothing while a worker turns, and sends no mail in its place', async () => {
    const { heard, watchman } = watching(20_000);
    await watchman.turn();
    expect(heard).toEqual({ followed: [], mails: [], relayed: 0 });
  });

  it('tells that no worker is left within a minute of its last turn, and sends the mail itself', async () => {
    const { heard, watchman } = watching(50_000);
    await watchman.turn();
    expect(heard.followed).toEqual([['NO_WORKER']]);
    expect(heard.mails).toMatchObject([{ toAddress: 'truc.ban@example.vn', kind: 'incident', occurrence: 0 }]);
    expect(heard.relayed).toBe(1);
  });

  it('keeps open what the workers saw before they died, but not what their superiors were told', async () => {
    const seen = (of: StuckGroup['class']): StuckGroup => ({
      class: of,
      groupKey: `${of}:x`,
      count: 1,
      since: 0,
      owner: 'operations',
      cause: { vi: '', en: '' },
      evidence: { vi: '', en: '' },
      remedies: [],
      cases: [],
    });
    const groups = [seen('MAIL_CHANNEL_DOWN'), seen('REVIEWER_SILENT'), seen('NO_WORKER')];
    const { heard, watchman } = watching(50_000, { snapshots: { groups: () => Promise.resolve(groups) } });
    await watchman.turn();
    expect(heard.followed).toEqual([['NO_WORKER', 'MAIL_CHANNEL_DOWN:x']]);
  });

  it('gives workers that start beside it their time, after a night in which nothing ran', async () => {
    const night = 8 * 3_600_000;
    const started = watching(night, { startedAt: ago(30_000) });
    await started.watchman.turn();
    expect(started.heard.followed).toEqual([]);
    const waited = watching(night, { startedAt: ago(61_000) });
    await waited.watchman.turn();
    expect(waited.heard.followed).toHaveLength(1);
  });
});
