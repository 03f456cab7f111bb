import { CANARY_PROGRAMME, type ActDesk, type NominationGateway } from '@laurel/contracts';
import type { CanaryRepository, CanaryRun, IntakeEvent, IntakeRepository, LoopLock } from '@laurel/db';
import { createHash, randomUUID } from 'node:crypto';
import type { Turn } from './loop.ts';

const UNIT = 'kiem-tra';
/** A canary that takes longer has not come through. */
const PATIENCE_MS = 60_000;
const CONFIRM_WITHIN_MS = 9_000;

export interface CanaryParts {
  readonly lock: LoopLock;
  readonly runs: CanaryRepository;
  readonly intake: Pick<IntakeRepository, 'accept'>;
  readonly acts: Pick<ActDesk, 'write'>;
  readonly gateway: Pick<NominationGateway, 'submitDecision'>;
  readonly everyMs: number;
}

/**
 * Sends a nomination of its own through the whole path: event, workflow, task, mail, decision, end. The keeper rejects it,
 * so that no title is ever given. A run that a worker left is gone on with by the next.
 */
export function canary(parts: CanaryParts): Turn {
  const { runs, everyMs } = parts;
  const go = async (): Promise<void> => {
    const last = await runs.last();
    if (last && last.endedAt === null && last.failure === null) return step(parts, last);
    if (last && Date.now() - last.startedAt < everyMs) return;
    const answer = await parts.intake.accept(event(), { apiKeyId: null, at: null });
    if (answer.is === 'accepted' && answer.nominationId !== null) await runs.begin(answer.nominationId);
  };
  return async () => {
    await parts.lock.alone('canary', go);
    return 0;
  };
}

async function step({ runs, acts, gateway }: CanaryParts, { nominationId, startedAt, mailedAt, decidedAt }: CanaryRun): Promise<void> {
  if (await runs.isEnded(nominationId)) return runs.note(nominationId, 'ended_at');
  const task = await runs.task(nominationId);
  if (Date.now() - startedAt > PATIENCE_MS) {
    const at = !task ? 'no task was opened' : !task.mailed ? 'the mail server has not taken its mail' : 'its decision was not recorded';
    return runs.fail(nominationId, `After ${String(PATIENCE_MS / 1_000)} s ${at}.`);
  }
  if (!task?.mailed) return;
  if (mailedAt === null) await runs.note(nominationId, 'mailed_at');
  if (decidedAt !== null) return;
  const body = { kind: 'decide' as const, taskId: task.id, choice: 'reject' as const, number: null, signedOn: null };
  const act = await acts.write({ nominationId, actor: task.personId, reason: 'Kiểm tra hệ thống', body, origin: null });
  const answer = await gateway.submitDecision(nominationId, { actId: act.id, taskId: task.id, choice: 'reject' }, CONFIRM_WITHIN_MS);
  if (answer !== 'NOT_CONFIRMED' && answer.recorded) await runs.note(nominationId, 'decided_at');
}

function event(): IntakeEvent {
  const id = randomUUID();
  const day = new Date(Date.now()).toISOString().slice(0, 10);
  return {
    type: 'laurel.nomination.submitted.v1',
    id,
    source: 'urn:laurel:canary',
    subject: null,
    time: null,
    payloadHash: createHash('sha256').update(id).digest('hex'),
    data: {
      programme: CANARY_PROGRAMME,
      campaign: 'thuong-xuyen',
      submission: id.slice(0, 8),
      award: 'kiem-tra',
      nominator: { unit: UNIT, officer: 'kiem-tra@example.vn' },
      // A nominee of its day and a deed of its own: the registry compares a nominee's filings, and would find each like all before.
      nominee: { kind: 'collective', fullName: `Hồ sơ kiểm tra ${day}`, unit: UNIT },
      achievement: { title: `Kiểm tra ${id}`, summary: '', from: day, to: day, stream: 'regular', basis: 'single-deed' },
      documents: [],
    },
  };
}
