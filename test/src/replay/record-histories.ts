// Records anew the histories that the replay suite plays back, on a real server of its own:
//   npm run workflows:bundle && node_modules/.bin/node test/dist/replay/record-histories.js [story …]
// Do it when a story is added. A history that fails to replay after a change of the workflow is the news, not the fault:
// patch the workflow and keep the file.
import { mkdir, writeFile } from 'node:fs/promises';
import { joinServer, ServerSeason } from '@laurel/testing';
import type { RuleSet } from '@laurel/domain';
import {
  AFTERWARDS_STORIES,
  hurriedComplaints,
  hurriedReview,
  hurriedRules,
  RECORDED_LATE,
  REVIEW_STORIES,
  STORIES,
  type Story,
} from './stories.ts';

interface Tools {
  readonly startTemporal: () => Promise<{ readonly address: string; readonly stop: () => Promise<void> }>;
}

const histories = new URL('../../src/replay/histories/', import.meta.url);
const bundle = new URL('../../../workflows/dist/workflow-bundle.js', import.meta.url);

async function record(season: ServerSeason, name: string, story: Story): Promise<void> {
  const nomination = await story(season);
  const runs = await nomination.histories();
  const nameOf = (index: number): string => (runs.length === 1 ? name : `${name}-${String(index + 1)}`);
  for (const [index, run] of runs.entries()) await writeFile(new URL(`${nameOf(index)}.json`, histories), `${run}\n`);
  process.stdout.write(`${name}: ${nomination.actions.join(', ')} (${String(runs.length)})\n`);
}

/** Only these, when any are named: what was kept of the others stays as it is. */
const named = process.argv.slice(2);
const isWanted = (name: string): boolean => named.length === 0 || named.includes(name);

async function recordUnder(address: string, rules: RuleSet, stories: Readonly<Record<string, Story>>): Promise<void> {
  const wanted = Object.entries(stories).filter(([name]) => isWanted(name));
  if (wanted.length === 0) return;
  const environment = await joinServer(address);
  const season = await ServerSeason.open({ environment, bundle, rules });
  try {
    await Promise.all(wanted.map(([name, story]) => record(season, name, story)));
  } finally {
    await season.close();
    await environment.teardown();
  }
}

async function recordAll(address: string): Promise<void> {
  await recordUnder(address, hurriedRules(), STORIES);
  await recordUnder(address, hurriedReview(), REVIEW_STORIES);
  await recordUnder(address, hurriedComplaints(), AFTERWARDS_STORIES);
  await recordUnder(address, hurriedRules(), { 'recorded-late': RECORDED_LATE });
}

const { startTemporal } = (await import(new URL('../../../tools/temporal.mjs', import.meta.url).href)) as Tools;
await mkdir(histories, { recursive: true });
const server = await startTemporal();
try {
  await recordAll(server.address);
} finally {
  await server.stop();
}
