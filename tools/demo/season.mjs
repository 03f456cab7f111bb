// The season of 2022 as the project ships it: what is sent, what becomes of it, and what the reviewers answer.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

export const PROGRAMME = 'nam-tu-liem-ntvt';
export const CAMPAIGN = '2022';
/** When the demo season opened; sent again with the closing date, so that nothing else changes. */
const OPENS_AT = '2022-01-01T00:00:00+07:00';

/** The rule that an excluded basis meets. */
export const RULE_OF_BASIS = {
  cumulative: 'no-cumulative',
  'counted-in-annual-award': 'no-annual-award',
  'thematic-wrap-up': 'no-thematic-wrap-up',
  'ad-hoc-within-duty': 'no-ad-hoc-within-duty',
};

/** The district decides on all in one paper; the city on one a day. */
const DISTRICT_PAPER = { number: '2345/QĐ-UBND', signedOn: '2022-09-20' };
const CITY_NUMBER_OF_DAY = { '2022-09-28': '3517/QĐ-UBND', '2022-09-30': '3562/QĐ-UBND' };

/**
 * @typedef {{ reference: string, unit: string, fate: 'awarded' | 'referred' | 'not-qualified' | 'ineligible' | 'lapsed', returnedOnce: boolean,
 *   ineligibleBecause: keyof typeof RULE_OF_BASIS | null, district: string | null, city: string | null, cityDecidedOn: string | null }} Plan
 * @typedef {{ plan: Plan, event: import('./events-out.mjs').CloudEvent }} Entry an event and what is to become of it
 */

/** The 112 nominations in the order in which they are sent. @returns {Entry[]} */
export function readSeason() {
  const read = (name) => readFileSync(inRoot('programmes', PROGRAMME, 'demo', name), 'utf8');
  const plans = new Map(JSON.parse(read('plan.json')).map((plan) => [plan.reference, plan]));
  const events = read('events.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return events.map((event) => ({ event, plan: plans.get(event.data.nominee.reference) }));
}

/** How a nomination of this plan ends. @param {Plan} plan @returns {{ state: string, level: string | null }} `level` is null where it does not matter */
export function endOf({ fate, city }) {
  switch (fate) {
    case 'awarded':
      return { state: 'CONFERRED', level: 'district' };
    case 'referred':
      return { state: city === 'AWARD_HERE' ? 'CONFERRED' : 'NOT_QUALIFIED', level: 'city' };
    case 'not-qualified':
      return { state: 'NOT_QUALIFIED', level: 'district' };
    case 'ineligible':
      return { state: 'INELIGIBLE', level: null };
    case 'lapsed':
      return { state: 'LAPSED', level: null };
    default:
      throw new Error(`plan.json: the fate "${fate}" is not known`);
  }
}

/** What the reviewer of a level answers: the fields of the form. @param {Plan} plan @param {string} level @returns {Record<string, string>} */
export function answerOf(plan, level) {
  if (level === 'grassroots') return { decision: 'approve', reason: 'Đơn vị đã xác minh và đồng ý đề nghị.' };
  if (level === 'district') return districtAnswer(plan);
  if (level === 'city') return cityAnswer(plan);
  throw new Error(`${plan.reference} came to the level "${level}", which the plan does not know`);
}

function districtAnswer({ reference, district }) {
  if (district === 'AWARD_HERE') return { decision: 'approve', ...DISTRICT_PAPER };
  if (district === 'REFER_UP') return { decision: 'refer-up', reason: 'Việc làm có sức lan tỏa, đề nghị thành phố xét.' };
  if (district === 'NOT_QUALIFIED')
    return { decision: 'reject', reason: 'Chưa đạt mức khen thưởng cấp quận.', signedOn: DISTRICT_PAPER.signedOn };
  throw new Error(`${reference} came to the district, which the plan does not foresee`);
}

function cityAnswer({ reference, city, cityDecidedOn: signedOn }) {
  if (city === 'AWARD_HERE') return { decision: 'approve', number: CITY_NUMBER_OF_DAY[signedOn] ?? `${signedOn}/QĐ-UBND`, signedOn };
  if (city === 'NOT_QUALIFIED') return { decision: 'reject', reason: 'Chưa đạt mức khen thưởng cấp thành phố.', signedOn };
  throw new Error(`${reference} came to the city, which the plan does not foresee`);
}

/** The missing report of a returned dossier; always the same event, so that sending it again changes nothing. @param {Entry} entry @param {string} nominationId */
export function completionOf({ event }, nominationId) {
  const name = `bao-cao-bo-sung-${event.id.slice(-3)}.pdf`;
  const sha256 = createHash('sha256').update(name).digest('hex');
  return {
    specversion: '1.0',
    id: `${event.id}-completed`,
    source: event.source,
    type: 'laurel.nomination.completed.v1',
    subject: nominationId,
    time: '2022-09-08T09:00:00+07:00',
    datacontenttype: 'application/json',
    data: { documents: [{ kind: 'achievement-report', name, sha256 }] },
  };
}

/** The season with a closing date. @param {number} closesAt UTC milliseconds */
export function closingOf(closesAt) {
  const at = new Date(closesAt).toISOString();
  return {
    specversion: '1.0',
    id: `ntl-2022-closes-${at}`,
    source: '/units/district',
    type: 'laurel.campaign.opened.v1',
    time: at,
    datacontenttype: 'application/json',
    data: { programme: PROGRAMME, campaign: CAMPAIGN, opensAt: OPENS_AT, closesAt: at },
  };
}
