// The figures of a programme's document, counted through the public contract.

const ALL_DAYS = '2099-12-31';
const READ_ABREAST = 8;

/**
 * @param {{ plan: import('./plan.mjs').Plan, entries: Map<string, import('./plan.mjs').Planned>, reading: import('../reading.mjs').Reading, waiting: Set<string> }} played
 * @returns {Promise<import('../outcome.mjs').Row[]>}
 */
export async function readFigures({ plan, entries, reading, waiting }) {
  const views = await readViews([...entries.keys()], reading);
  const rows = [];
  for (const [index, figure] of plan.figures.entries()) {
    const { vi, en, plan: planned, stated = false } = figure;
    const seen = await countOf(figure, { views, entries, reading, waiting });
    rows.push({ key: `${index}-${figure.count}`, label: { vi, en }, plan: planned, seen, stated });
  }
  return rows;
}

async function readViews(ids, reading) {
  const views = [];
  for (let from = 0; from < ids.length; from += READ_ABREAST)
    views.push(...(await Promise.all(ids.slice(from, from + READ_ABREAST).map((id) => reading.nomination(id)))));
  return views;
}

async function countOf({ count, where = {}, asOf = ALL_DAYS }, { views, entries, reading, waiting }) {
  const fits = (facts) => Object.entries(where).every(([field, value]) => facts[field] === value);
  if (count === 'nominations')
    return views.filter((view) => fits({ state: view.state, award: view.award, rule: view.ineligibleRule })).length;
  if (count === 'waiting') return views.filter(({ id, endedAt }) => waiting.has(id) && endedAt === null).length;
  const titles = (await reading.titles(asOf)).filter((title) => fits({ ...title, ...aboutOf(entries.get(title.nominationId)) }));
  if (count === 'issuers') return new Set(titles.map(({ issuer }) => issuer)).size;
  if (count === 'decisions') return new Set(titles.map(({ issuer, number, signedOn }) => `${issuer} ${number} ${signedOn}`)).size;
  return titles.length;
}

/** What the nomination says of itself. */
function aboutOf(planned) {
  if (!planned) return {};
  const { nominee, achievement } = planned.event.data;
  return { kind: nominee.kind, stream: achievement.stream };
}
