import type { IntakeEvent } from '@laurel/db';
import { payloadHash } from '@laurel/events';
import { createHash, randomUUID } from 'node:crypto';

export type ProgrammeName = 'nam-tu-liem-ntvt' | 'dien-tap' | 'cong-dan-thu-do-uu-tu';

type Submitted = Extract<IntakeEvent, { type: 'laurel.nomination.submitted.v1' }>;

interface Home {
  readonly campaign: string;
  readonly award: string;
  readonly unit: string;
  /** Kinds of papers beside the achievement report. */
  readonly papers?: readonly string[];
}

const HOMES: { readonly [Name in ProgrammeName]: Home } = {
  'nam-tu-liem-ntvt': { campaign: '2022', award: 'ntvt-district', unit: 'phuong-01' },
  // Waits of this programme are counted in days of four seconds.
  'dien-tap': { campaign: 'thu', award: 'dien-tap-district', unit: 'don-vi-a' },
  'cong-dan-thu-do-uu-tu': {
    ...{ campaign: '2024', award: 'cong-dan-thu-do-uu-tu', unit: 'so-van-hoa' },
    papers: ['submission', 'minutes'],
  },
};

export interface EventWishes {
  readonly programme?: ProgrammeName;
  readonly unit?: string;
  readonly reference?: string;
  readonly campaign?: string;
  readonly award?: string;
  /** The nominee's name, birth year and unit where they matter. */
  readonly nominee?: { readonly fullName?: string; readonly birthYear?: number; readonly unit?: string; readonly deceasedOn?: string };
  /** The deed; without it every event tells of another one. */
  readonly deed?: { readonly title: string; readonly from: string; readonly to: string };
}

/** A nomination as an outside system would send it, complete and eligible. */
export function submittedEvent(wishes: EventWishes = {}): Submitted {
  const programme = wishes.programme ?? 'nam-tu-liem-ntvt';
  const home = HOMES[programme];
  const unit = wishes.unit ?? home.unit;
  const id = randomUUID();
  const data: Submitted['data'] = {
    programme,
    campaign: wishes.campaign ?? home.campaign,
    submission: `${id.slice(0, 4)}/TTr`,
    award: wishes.award ?? home.award,
    nominator: { unit, officer: `can-bo.${unit}@example.vn` },
    nominee: {
      kind: 'individual',
      fullName: 'Đỗ Thanh Quỳnh',
      birthYear: 1972,
      unit,
      ...(wishes.reference !== undefined && { reference: wishes.reference }),
      ...wishes.nominee,
    },
    achievement: {
      // No two alike: one deed is awarded once.
      ...(wishes.deed ?? { title: `Cứu người đuối nước, lần ${id}`, from: '2022-03-01', to: '2022-03-01' }),
      summary: 'Cứu một em nhỏ.',
      stream: 'regular',
      basis: 'single-deed',
    },
    documents: [
      { kind: 'achievement-report', name: 'bao-cao.pdf', sha256: createHash('sha256').update(id).digest('hex') },
      ...(home.papers ?? []).map((kind) => ({
        kind,
        name: `${kind}.pdf`,
        sha256: createHash('sha256').update(`${id} ${kind}`).digest('hex'),
      })),
    ],
  };
  return {
    type: 'laurel.nomination.submitted.v1',
    id,
    source: `/units/${unit}`,
    subject: null,
    time: null,
    data,
    payloadHash: payloadHash(data),
  };
}

/** A withdrawal of a nomination by its nominator. */
export function withdrawnEvent(nominationId: string): Extract<IntakeEvent, { type: 'laurel.nomination.withdrawn.v1' }> {
  const data = { reason: 'Rút để bổ sung thành tích', by: 'can-bo.phuong-01@example.vn' };
  return {
    type: 'laurel.nomination.withdrawn.v1',
    id: randomUUID(),
    source: '/units/phuong-01',
    subject: nominationId,
    time: null,
    data,
    payloadHash: payloadHash(data),
  };
}
