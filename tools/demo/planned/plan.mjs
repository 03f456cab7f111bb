// The plan that stands beside a programme: its season, what becomes of each nomination, and the figures of its document.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';

/**
 * @typedef {{ reference: string, answers?: Record<string, Record<string, string>>, against?: number }} PlanEntry
 *   `answers`: forms that are not the usual ones, by level and kind of task, as in `district-decision`; `against`: so many vote no
 * @typedef {{ level: string, number: string, signedOn: string }} Paper
 * @typedef {{ council: string, stage: string, lines: number, written: number[], away: number[], members: string[] }} Meeting
 *   `written` and `away` are seats; `members` the addresses by seat
 * @typedef {{ vi: string, en: string, plan: number, stated?: boolean, count: 'nominations' | 'titles' | 'issuers' | 'decisions' | 'waiting',
 *   where?: Record<string, string>, asOf?: string }} Figure `stated`: it stands in the source document
 * @typedef {{ programme: string, campaign: string, title: { vi: string, en: string }, open?: { ruleSetVersion: string, opensAt: string },
 *   history?: string, papers: Record<string, Paper>, session: Meeting | null, figures: Figure[], entries: PlanEntry[] }} Plan
 * @typedef {{ plan: PlanEntry, event: import('../events-out.mjs').CloudEvent }} Planned
 */

const fileOf = (programme, name) => inRoot('programmes', programme, 'demo', name);

/** Whether a programme has a season of this kind. @param {string} programme */
export function hasPlan(programme) {
  return existsSync(fileOf(programme, 'plan.json')) && !Array.isArray(JSON.parse(readFileSync(fileOf(programme, 'plan.json'), 'utf8')));
}

/** @param {string} programme @returns {{ plan: Plan, season: Planned[] }} in the order in which it is sent */
export function readPlan(programme) {
  /** @type {Plan} */
  const plan = JSON.parse(readFileSync(fileOf(programme, 'plan.json'), 'utf8'));
  const lines = readFileSync(fileOf(programme, 'events.ndjson'), 'utf8').trim().split('\n');
  const entries = new Map(plan.entries.map((entry) => [entry.reference, entry]));
  const season = lines.map((line) => JSON.parse(line)).map((event) => ({ event, plan: entries.get(event.data.nominee.reference) }));
  return { plan, season };
}

/** Where the earlier awards are that the season rests on. @param {string} programme @returns {string | null} */
export function historyOf(programme) {
  const { plan } = readPlan(programme);
  return plan.history ? fileOf(programme, plan.history) : null;
}

/** The event that opens the season under the version that the plan names. @param {Plan} plan */
export function openingOf({ programme, campaign, open }) {
  return {
    specversion: '1.0',
    id: `${programme}-${campaign}-opens`,
    source: '/demo',
    type: 'laurel.campaign.opened.v1',
    time: open.opensAt,
    datacontenttype: 'application/json',
    data: { programme, campaign, ruleSetVersion: open.ruleSetVersion, opensAt: open.opensAt },
  };
}

/** What is answered where the plan says nothing else, by kind of task; decisions follow the proposed award. */
const USUAL = {
  review: { decision: 'approve', reason: 'Đã xét và nhất trí đề nghị.' },
  appraisal: { decision: 'eligible', reason: 'Hồ sơ đủ, đúng quy định.' },
  consultation: { decision: 'agree', reason: 'Nhất trí.' },
};

/** The form that answers a task. @param {Plan} plan @param {Planned} planned @param {import('../reading.mjs').NominationSeen} view @param {string} kind */
export function formFor({ papers }, { plan, event }, view, kind) {
  const special = plan.answers?.[`${view.level}-${kind}`];
  if (special) return special;
  if (kind !== 'decision') return USUAL[kind] ?? unforeseen(plan, kind);
  const { level, number, signedOn } = papers[event.data.award];
  return view.level === level ? { decision: 'approve', number, signedOn } : { decision: 'refer-up', reason: 'Đề nghị cấp trên xét tặng.' };
}

function unforeseen({ reference }, kind) {
  throw new Error(`${reference} met a task of kind "${kind}", which the plan does not foresee`);
}
