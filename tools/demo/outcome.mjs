// The final picture, read through the public contract and held against the plan.
import { endOf, RULE_OF_BASIS } from './season.mjs';

/** Between these two days the one late decision of the city was signed. */
const DAYS = ['2022-09-29', '2022-09-30'];
const READ_ABREAST = 8;
const FINAL = new Set(['AWARD_HERE', 'NOT_QUALIFIED']);

/**
 * @typedef {{ key: string, label: { vi: string, en: string }, plan: number, seen: number }} Row
 * @typedef {{ entry: import('./season.mjs').Entry, view: import('./reading.mjs').NominationSeen,
 *   timeline: import('./reading.mjs').TimelineEntry[] }} Case
 * @typedef {{ rows: Row[], differences: string[], nominations: number, mails: { byKind: Record<string, number>, distinct: number, repeats: number },
 *   answers: { recorded: number, closedBefore: number } }} Outcome
 */

const LABELS = {
  district: { vi: 'Danh hiệu cấp quận', en: 'district titles' },
  city: { vi: 'Danh hiệu cấp thành phố', en: 'city titles' },
  notQualifiedAtCity: { vi: 'Không đạt ở thành phố', en: 'not qualified at city' },
  notQualified: { vi: 'Không đạt ở quận', en: 'not qualified' },
  ineligible: { vi: 'Không đủ điều kiện', en: 'ineligible' },
  cumulative: { vi: '  thành tích cộng dồn', en: '  cumulative' },
  'counted-in-annual-award': { vi: '  đã tính khen công tác năm', en: '  counted in annual award' },
  'thematic-wrap-up': { vi: '  tổng kết chuyên đề', en: '  thematic wrap-up' },
  'ad-hoc-within-duty': { vi: '  đột xuất trong nhiệm vụ', en: '  ad hoc within duty' },
  lapsed: { vi: 'Hết hạn bổ sung', en: 'lapsed' },
  returned: { vi: 'Trả lại một lần', en: 'returned' },
  districtDecisions: { vi: 'Quyết định của quận', en: 'decisions of the district' },
  '2022-09-29': { vi: 'Cấp thành phố, tính đến 29/9', en: 'city titles as of 29 Sep' },
  '2022-09-30': { vi: 'Cấp thành phố, tính đến 30/9', en: 'city titles as of 30 Sep' },
  doubles: { vi: 'Thư gửi thành hai', en: 'doubles' },
};

/**
 * Reads every nomination with its timeline and the counts of titles.
 * @param {{ entries: Map<string, import('./season.mjs').Entry>, reading: import('./reading.mjs').Reading,
 *   reviewer: import('./reviewer.mjs').Reviewer, tally: import('./mail-tally.mjs').MailTally, alreadyPlayed: boolean }} played
 * @returns {Promise<Outcome>}
 */
export async function readOutcome({ entries, reading, reviewer, tally, alreadyPlayed }) {
  const cases = await readCases(entries, reading);
  const [before, after] = await Promise.all(DAYS.map((day) => reading.titles(day)));
  const rows = rowsOf(cases, { before, after }, tally);
  const differences = [
    ...rows.filter(({ plan, seen }) => plan !== seen).map(({ label, plan, seen }) => `${label.en.trim()}: ${seen} instead of ${plan}`),
    ...cases.flatMap(differencesOf),
    ...brokenPromises(cases, reviewer),
    ...(alreadyPlayed ? [] : untold(cases, tally)),
  ];
  const mails = { byKind: Object.fromEntries([...tally.byKind].sort()), distinct: tally.distinct, repeats: tally.repeats };
  return {
    rows,
    differences,
    nominations: cases.length,
    mails,
    answers: { recorded: reviewer.recorded.size, closedBefore: reviewer.tooLate.size },
  };
}

async function readCases(entries, reading) {
  const ids = [...entries];
  /** @type {Case[]} */
  const cases = [];
  for (let from = 0; from < ids.length; from += READ_ABREAST) {
    const some = ids.slice(from, from + READ_ABREAST).map(async ([id, entry]) => {
      const [view, timeline] = await Promise.all([reading.nomination(id), reading.timeline(id)]);
      return { entry, view, timeline };
    });
    cases.push(...(await Promise.all(some)));
  }
  return cases;
}

/** @param {Case[]} cases @returns {Row[]} */
function rowsOf(cases, { before, after }, tally) {
  const plans = cases.map(({ entry }) => entry.plan);
  const views = cases.map(({ view }) => view);
  const ended = (state, level) => [
    plans.filter((plan) => sameEnd(endOf(plan), { state, level })).length,
    views.filter((view) => sameEnd({ state, level }, endSeen(view))).length,
  ];
  const titles = (rows, level) => rows.filter((row) => row.level === level).length;
  const cityBy = (day) => plans.filter(({ city, cityDecidedOn }) => city === 'AWARD_HERE' && cityDecidedOn <= day).length;
  const counts = {
    district: [ended('CONFERRED', 'district')[0], titles(after, 'district')],
    city: [ended('CONFERRED', 'city')[0], titles(after, 'city')],
    notQualifiedAtCity: ended('NOT_QUALIFIED', 'city'),
    notQualified: ended('NOT_QUALIFIED', 'district'),
    ineligible: ended('INELIGIBLE', null),
    ...Object.fromEntries(Object.entries(RULE_OF_BASIS).map(([basis, rule]) => [basis, byBasis(plans, views, basis, rule)])),
    lapsed: ended('LAPSED', null),
    returned: [plans.filter(({ returnedOnce }) => returnedOnce).length, views.filter(({ returns }) => returns === 1).length],
    districtDecisions: [
      1,
      new Set(after.filter(({ level }) => level === 'district').map(({ issuer, number, signedOn }) => `${issuer} ${number} ${signedOn}`))
        .size,
    ],
    [DAYS[0]]: [cityBy(DAYS[0]), titles(before, 'city')],
    [DAYS[1]]: [cityBy(DAYS[1]), titles(after, 'city')],
    doubles: [0, tally.doubles],
  };
  return Object.entries(counts).map(([key, [plan, seen]]) => ({ key, label: LABELS[key], plan, seen }));
}

const sameEnd = (wanted, { state, level }) => wanted.state === state && (wanted.level === null || wanted.level === level);

/** How a nomination has ended, and the level that said so: a title is published elsewhere than where it is awarded. */
const endSeen = ({ state, outcomes }) => ({ state, level: outcomes.findLast(({ outcome }) => FINAL.has(outcome))?.level ?? null });

const byBasis = (plans, views, basis, rule) => [
  plans.filter(({ ineligibleBecause }) => ineligibleBecause === basis).length,
  views.filter(({ state, ineligibleRule }) => state === 'INELIGIBLE' && ineligibleRule === rule).length,
];

/** What is otherwise than planned with one nomination. @param {Case} one */
function differencesOf({ entry: { plan }, view }) {
  const wanted = endOf(plan);
  const waitsFor = view.openTasks.map(({ kind, assignee }) => `${kind} by ${assignee.fullName}`).join(', ');
  const found = [];
  const seen = endSeen(view);
  if (!sameEnd(wanted, seen)) {
    const at = `${view.state} at ${seen.level ?? view.level}${waitsFor && `, waiting for ${waitsFor}`}`;
    found.push(`${plan.reference} (${view.id}): ${at}, instead of ${wanted.state}${wanted.level === null ? '' : ` at ${wanted.level}`}`);
  }
  if (view.returns !== Number(plan.returnedOnce)) found.push(`${plan.reference} (${view.id}): returned ${view.returns} times`);
  const twice = view.outcomes.length !== new Set(view.outcomes.map(({ level }) => level)).size;
  if (twice) found.push(`${plan.reference} (${view.id}): a level decided twice`);
  return found;
}

/** Answers that Laurel called recorded, and that the timeline does not show exactly once. @param {Case[]} cases */
function brokenPromises(cases, { recorded }) {
  const times = new Map();
  for (const { action, facts } of cases.flatMap(({ timeline }) => timeline)) {
    if (action === 'decided') times.set(facts.taskId, [...(times.get(facts.taskId) ?? []), facts.choice]);
  }
  const kept = ([taskId, choice]) => times.get(taskId)?.length === 1 && times.get(taskId)[0] === choice;
  return [...recorded]
    .filter((answer) => !kept(answer))
    .map(
      ([taskId, choice]) => `Task ${taskId}: "${choice}" was called recorded, the timeline has ${JSON.stringify(times.get(taskId) ?? [])}`,
    );
}

/** Ended nominations whose result no mail told. @param {Case[]} cases */
function untold(cases, { resultsFor }) {
  const silent = cases.filter(({ view }) => view.endedAt !== null && !resultsFor.has(view.id));
  return silent.length === 0 ? [] : [`${silent.length} results were told by no mail, the first: ${silent[0].view.id}`];
}
