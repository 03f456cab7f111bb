#!/usr/bin/env node
// `npm run demo`: plays the season of Nam Từ Liêm 2022 against the running stack and holds the result against the plan.
// Ends with 1 when anything differs from the plan, with 2 when it cannot be played.
import { NoAnswer } from './demo/patient-client.mjs';
import { Refused } from './demo/events-out.mjs';
import { takeHistoryOver } from './demo/planned/history.mjs';
import { hasPlan } from './demo/planned/plan.mjs';
import { plannedTable } from './demo/planned/table.mjs';
import { playPlanned, playSeason } from './demo/player.mjs';
import { PROGRAMME } from './demo/season.mjs';
import { tableOf } from './demo/table.mjs';
import { readCommandLine } from './lib/command-line.mjs';
import { beQuiet, progress } from './lib/progress.mjs';

/** Short, so that the line with the bar fits a terminal of 80 columns. */
const PHASES = {
  sending: 'gửi, sending',
  reviewing: 'xét, reviewing',
  notice: 'lấy ý kiến, on notice',
  council: 'hội đồng, in council',
  'waiting to close': 'chờ đóng, closing soon',
  settling: 'đọc, reading',
};
const BAR = 20;

const env = process.env;
const USAGE = `npm run demo [-- --programme <name>] [--close-after <seconds>] [--json]
  plays a season against the running stack (npm start) and holds the result against the plan; ends with 1 when anything differs
  --programme     another season than that of Nam Từ Liêm 2022, see programmes/
  --close-after   seconds from the last completion to the closing of the season (DEMO_CLOSE_AFTER_SECONDS, 30)
  --json          prints one JSON object instead of the table`;
const OPTIONS = { json: { type: 'boolean' }, 'close-after': { type: 'string' }, programme: { type: 'string', default: PROGRAMME } };

function readArguments() {
  const { values } = readCommandLine(USAGE, OPTIONS);
  const { programme } = values;
  try {
    if (programme !== PROGRAMME && !hasPlan(programme))
      throw new Error(`--programme is "${programme}"; it has no season to play, see programmes/`);
    const asJson = values.json === true || env.npm_config_json === 'true';
    return { asJson, programme, closeAfterMs: 1000 * seconds(values['close-after']) };
  } catch (error) {
    throw new Refused(error.message);
  }
}

/** Seconds between the last completion and the closing. */
function seconds(given) {
  const text = given ?? (env.DEMO_CLOSE_AFTER_SECONDS || '30');
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= 3600) return number;
  throw new Error(`--close-after (or DEMO_CLOSE_AFTER_SECONDS) is "${text}"; give seconds from 0 to 3600, for example 30`);
}

/** The stack that `npm start` runs, if it does. */
async function findStack() {
  const { PUBLIC_URL: apiUrl, MAILBOX_URL: mailboxUrl, LAUREL_API_KEY: apiKey } = env;
  for (const url of [`${apiUrl}/health/live`, `${mailboxUrl}/status`]) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (!answer?.ok)
      throw new Refused(
        `Chưa thấy Laurel ở ${url}. Hãy chạy npm start trước.\nLaurel does not answer at ${url}. Run npm start first, in another terminal.`,
      );
  }
  if (!apiKey) throw new Refused('There is no development key: .data/dev-api-key is missing. Run npm start first, or give LAUREL_API_KEY.');
  return { apiUrl, mailboxUrl, apiKey };
}

function bar({ phase, ended, total, done }) {
  const full = Math.round(done * BAR);
  return `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${ended}/${total} – ${PHASES[phase]}`;
}

async function main() {
  const { asJson, programme, closeAfterMs } = readArguments();
  const stack = await findStack();
  if (asJson) beQuiet();
  const own = programme === PROGRAMME;
  const shown = progress(own ? 'Mùa xét 2022' : programme);
  const onProgress = (now) => shown.update(bar(now));
  try {
    if (!own) await takeHistoryOver(programme);
    const played = own ? await playSeason({ ...stack, closeAfterMs, onProgress }) : await playPlanned({ ...stack, programme, onProgress });
    shown.done(played.alreadyPlayed ? 'đã chạy từ trước, played before' : 'xong, done');
    const table = () => (own ? tableOf(played) : plannedTable(played));
    process.stdout.write(asJson ? `${JSON.stringify({ ...played, told: undefined }, undefined, 2)}\n` : table());
    return played.differences.length === 0 ? 0 : 1;
  } catch (error) {
    shown.stop();
    throw error;
  }
}

/** What the person can do about it. */
function advice(error) {
  if (error instanceof NoAnswer)
    return 'Look at the terminal of npm start and at .data/logs/; then run npm run demo again: it goes on where it stopped.';
  if (error instanceof Refused && / is closed/.test(error.message))
    return 'The season "2022" is closed here, so new nominations are refused. To begin afresh: npm run db:reset.';
  return '';
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`\n${error instanceof NoAnswer || error instanceof Refused ? error.message : error.stack}\n${advice(error)}\n`);
  process.exitCode = 2;
}
