import type { AgendaCandidate } from '@laurel/db';
import { writtenDay, type LawfulDay, type Placing } from '@laurel/domain';
import type { FieldError } from '@laurel/events';
import { Problem } from '../http/problem.ts';

/** A nomination with where it stands on its way to the council. */
export interface Placed {
  readonly candidate: AgendaCandidate;
  readonly placing: Placing;
}

const WHY_NOT = {
  ended: ['it has ended.', 'hồ sơ này đã kết thúc.'],
  'not-before-this-council': ['it does not stand before this council.', 'hồ sơ này chưa đến bước của hội đồng này.'],
} as const;

function wordsOf(placing: Exclude<Placing, { readonly stage: unknown }>): readonly [en: string, vi: string] {
  if (placing.problem !== 'notice-runs') return WHY_NOT[placing.problem];
  const { on } = placing.lawful;
  return [
    `its public notice still runs; the first lawful day of the session is ${writtenDay(on, 'en')}.`,
    `còn đang lấy ý kiến nhân dân; ngày sớm nhất được họp là ${writtenDay(on, 'vi')}.`,
  ];
}

/** What is wrong with a line, and which nomination is meant. */
interface LineError extends FieldError {
  readonly nominationId: string;
}

function errorsOf({ candidate, placing }: Placed, index: number): readonly LineError[] {
  if ('stage' in placing) return [];
  const { nominationId, nominee } = candidate;
  const [en, vi] = wordsOf(placing);
  return [{ pointer: `/agenda/${String(index)}`, nominationId, detail: `${nominee}: ${en}`, detailVi: `${nominee}: ${vi}` }];
}

/** The day from which all of these may be voted on together; null where no public notice is in the way. */
function firstLawfulDay(placed: readonly Placed[]): LawfulDay | null {
  const days = placed.flatMap(({ placing }) => ('problem' in placing && placing.problem === 'notice-runs' ? [placing.lawful] : []));
  return days.toSorted((a, b) => b.at - a.at)[0] ?? null;
}

/** Why lines that were named cannot be on the agenda, with the first day on which they could; null when all of them can. */
export function agendaProblem(placed: readonly Placed[]): Problem | null {
  const errors = placed.flatMap(errorsOf);
  if (errors.length === 0) return null;
  const lawful = firstLawfulDay(placed);
  return new Problem('INVALID_REQUEST', {
    detail: 'These lines cannot be on the agenda.',
    detailVi: 'Các hồ sơ sau chưa đưa vào phiên họp này được.',
    errors,
    ...(lawful && { members: { firstLawful: { on: lawful.on, at: new Date(lawful.at).toISOString() } } }),
  });
}
