import { nominationActivities } from '@laurel/activities';
import type { ClaimedMail, MailHandover, NominationActivities } from '@laurel/contracts';
import { CaseRepository, DirectoryRepository, MailLedgerRepository, RegistryFactsReading, RulesRepository } from '@laurel/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pause, prepareStack, SECRET, submittedEvent, type Stack } from '../stack/index.ts';

const OWNER = 'host:4711';

describe('mails that are planned for the relay of the same process', () => {
  let stack: Stack;
  let activities: NominationActivities;
  let ledger: MailLedgerRepository;
  let taken: ClaimedMail[] = [];
  let leaseMs = 5_000;
  let hasRoom = true;

  const handover: MailHandover = {
    claim: () => (hasRoom ? { owner: OWNER, leaseMs, askedAt: Date.now() } : null),
    take: (mails) => {
      taken.push(...mails);
    },
  };

  beforeAll(async () => {
    stack = await prepareStack({ workers: 0 });
    const { database } = stack;
    ledger = new MailLedgerRepository(database, 'other:1');
    activities = nominationActivities({
      cases: new CaseRepository({ database, secret: SECRET, mailDomain: 'laurel.example.vn' }),
      rules: new RulesRepository(database),
      directories: new DirectoryRepository(database),
      registry: new RegistryFactsReading(database),
      mailPlanned: () => undefined,
      handover,
    });
  }, 60_000);

  beforeEach(async () => {
    await stack.view.rows('DELETE FROM mail_ledger');
    [taken, leaseMs, hasRoom] = [[], 5_000, true];
  });

  afterAll(async () => {
    await stack.close();
  });

  /** A nomination that is received, so often; answers its id. */
  async function received(times: number): Promise<string> {
    const at = Date.now();
    const answer = await stack.intake.accept(submittedEvent(), { apiKeyId: null, at });
    if (answer.is !== 'accepted' || answer.nominationId === null) throw new Error(JSON.stringify(answer));
    for (let run = 0; run < times; run++) await activities.receiveNomination({ nominationId: answer.nominationId, at });
    return answer.nominationId;
  }

  it('are handed over as the ledger would give them to who claims them', async () => {
    leaseMs = 1;
    const id = await received(1);
    expect(taken).toHaveLength(1);
    await pause(20);
    const [claimed] = await ledger.claim(5, 5_000);
    // What tells them apart: the ledger counts the claim that ended as an attempt.
    expect({ ...claimed, attempts: 0, ambiguous: false }).toEqual(JSON.parse(JSON.stringify(taken[0])));
    expect(claimed).toMatchObject({ nominationId: id, attempts: 1, ambiguous: true });
  });

  it('belong to that relay until its lease ends', async () => {
    await received(1);
    expect(await ledger.claim(5, 5_000)).toEqual([]);
    const rows = await stack.view.rows('SELECT state, lease_owner FROM mail_ledger');
    expect(rows).toEqual([{ state: 'sending', lease_owner: OWNER }]);
  });

  it('are handed over once, however often the step runs', async () => {
    await received(3);
    expect(taken).toHaveLength(1);
  });

  it('wait in the ledger for whoever looks when the relay has no room', async () => {
    hasRoom = false;
    await received(1);
    expect(taken).toEqual([]);
    expect(await ledger.claim(5, 5_000)).toEqual([expect.objectContaining({ attempts: 0, ambiguous: false })]);
  });
});
