// A council session of full size: 2,000 nominations, 25 members, 50,000 votes; one worker killed in the middle of telling.
import {
  AttendanceRepository,
  BallotRepository,
  Database,
  IntakeRepository,
  RulesRepository,
  SessionRepository,
  SessionRequests,
} from '@laurel/db';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../lib/database.mjs';
import { inRoot } from '../lib/paths.mjs';
import { WORKER_ENV, WORKER_FLAGS } from '../lib/worker-process.mjs';
import { workerProcess } from './plain-side.mjs';
import { setStage } from './stage.mjs';

const FULL = { lines: 2_000, seats: 25 };
const QUICK = { lines: 200, seats: 9 };
const TARGET_SECONDS = 300;
const PATIENCE_MS = 900_000;
const AT_ONCE = 16;

async function until(what, ask, everyMs = 100) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`Waited too long for ${what}`);
    await sleep(everyMs);
  }
}

const range = (count) => Array.from({ length: count }, (_, index) => index);

/** Everything a bench needs to play the secretariat and the members. */
async function seat(stage, { seats }) {
  const council = await import(inRoot('test', 'dist', 'ballot', 'council.fixture.js'));
  const url = stage.postgres.urlOf('laurel');
  await migrate(url);
  const database = new Database(url, 12);
  await council.seatCouncil(database, { seats });
  const secret = randomBytes(32).toString('hex');
  const settings = { secret, mailDomain: 'laurel.example.vn' };
  const count = async (from, values = []) => Number((await database.pool.query(`SELECT count(*) FROM ${from}`, values)).rows[0].count);
  return { council, database, secret, count, sessions: new SessionRepository(database, settings) };
}

function workersOf(stage, { secret }) {
  const env = {
    ...process.env,
    ...WORKER_ENV,
    NODE_OPTIONS: '',
    DATABASE_URL: stage.postgres.urlOf('laurel'),
    TEMPORAL_ADDRESS: stage.temporal.address,
    SMTP_URL: `smtp://127.0.0.1:${stage.smtpPort}`,
    PUBLIC_URL: 'http://laurel.example.vn',
    LAUREL_SECRET: secret,
    LOG_LEVEL: 'warn',
    DATA_DIR: stage.logs,
    BALLOT_KEYS_DIR: join(stage.logs, 'ballot-keys'),
    MAIL_RATE_PER_SECOND: '5000',
  };
  const args = [...WORKER_FLAGS, inRoot('apps', 'worker', 'dist', 'main.js')];
  return [1, 2].map((number) => workerProcess({ args, env, logFile: join(stage.logs, `session-worker-${number}.log`) }));
}

async function propose({ council, database, count }, lines) {
  const intake = new IntakeRepository(database, new RulesRepository(database), () => {});
  const ids = [];
  const left = range(lines);
  await Promise.all(
    range(AT_ONCE).map(async () => {
      for (let index = left.pop(); index !== undefined; index = left.pop()) {
        const answer = await intake.accept(council.proposal(index), { apiKeyId: null, at: null });
        if (answer.is !== 'accepted') throw new Error(`A nomination was not accepted: ${JSON.stringify(answer)}`);
        ids.push(answer.nominationId);
      }
    }),
  );
  await until('the nominations to stand before the council', async () => (await count(`nomination WHERE state = 'IN_SESSION'`)) === lines);
  return ids;
}

async function convene({ council, database, sessions, count }, { ids, seats }) {
  const rules = council.councilRules({ seats });
  const [{ key, name, seats: posts, chair }] = rules.councils;
  const stageIndex = rules.stages.findIndex(({ kind }) => kind === 'session');
  const { ballot } = rules.stages[stageIndex];
  const now = Date.now();
  const id = `BENCH${now}`;
  await sessions.create({
    ...{
      id,
      programme: rules.programme,
      campaign: council.CAMPAIGN,
      ruleSetVersion: rules.version,
      council: key,
      name,
      secretaryId: 'thu-ky',
    },
    ...{ zone: 'Asia/Ho_Chi_Minh', rule: ballot, closesWhenAllVoted: false, remindAt: [], createdBy: 'key:bench' },
    ...{ meetsAt: now, opensAt: now + 5_000, closesAt: now + 86_400_000 },
    seats: posts.map((post, index) => ({
      ...{ seat: index, post, title: { vi: post, en: post }, chair: post === chair, personId: council.memberId(index), actingForId: null },
    })),
    lines: ids.map((nominationId) => ({ nominationId, stageIndex, ballot })),
  });
  const attendance = new AttendanceRepository(database);
  for (const index of range(seats))
    await attendance.attend({ sessionId: id, seat: index, presence: 'present', by: council.memberId(index) });
  await until('the ballot to open', async () => (await count(`council_session WHERE id = $1 AND state = 'open'`, [id])) === 1);
  return id;
}

/** Everybody votes, one after the other; answers how long one ballot takes. */
async function vote({ database }, { id, seats, lines }) {
  const ballots = new BallotRepository(database);
  const votes = new Map(range(lines).map((index) => [index + 1, 'yes']));
  const begun = Date.now();
  for (const index of range(seats)) {
    const { is } = await ballots.cast({ sessionId: id, seat: index, nonce: randomBytes(24).toString('base64url'), votes });
    if (is !== 'cast') throw new Error(`A ballot was not taken: ${is}`);
  }
  return (Date.now() - begun) / seats;
}

/** From the secretary's word to the last nomination informed; a worker is killed when half of them have been told. */
async function close({ database, count }, { id, lines, workers }) {
  const begun = Date.now();
  const since = () => (Date.now() - begun) / 1_000;
  await new SessionRequests(database).request({ sessionId: id, request: 'close', by: 'key:bench', reason: 'bench' });
  await until('the count', async () => (await count(`council_session WHERE id = $1 AND state = 'closed'`, [id])) === 1);
  const countedSeconds = since();
  const told = () => count('session_line WHERE session_id = $1 AND told', [id]);
  await until('half of the nominations to be told', async () => (await told()) >= lines / 2, 20);
  // Which of the two is telling is not known from outside: the first is killed, and the session must not care.
  await workers[0].killWorker();
  const killedSeconds = since();
  await until('all nominations to be told', async () => (await told()) === lines);
  const toldSeconds = since();
  await until('all nominations to go on', async () => (await count(`nomination WHERE state = 'IN_SESSION'`)) === 0);
  return { countedSeconds, killedSeconds, toldSeconds, informedSeconds: since() };
}

async function checked({ count }, { id, lines, seats }) {
  const votes = await count('ballot_vote WHERE session_id = $1', [id]);
  const recorded = await count(`audit_event WHERE action = 'session-voted'`);
  if (votes !== lines * seats || recorded !== lines) throw new Error(`${votes} votes and ${recorded} outcomes are on record`);
  return { votes };
}

/** @param {{ quick: boolean, say: (text: string) => void }} options */
export async function measureSession({ quick, say }) {
  const size = quick ? QUICK : FULL;
  say('starting PostgreSQL, Temporal and the mail sink');
  const stage = await setStage();
  let room;
  let workers = [];
  try {
    room = await seat(stage, size);
    workers = workersOf(stage, room);
    for (const worker of workers) worker.startWorker();
    say(`${size.lines} nominations come before a council of ${size.seats}`);
    const ids = await propose(room, size.lines);
    const id = await convene(room, { ids, ...size });
    say(`${size.seats} members vote on ${size.lines} lines`);
    const msPerBallot = await vote(room, { id, ...size });
    say('the ballot is closed');
    const times = await close(room, { id, workers, ...size });
    return { ...size, ...(await checked(room, { id, ...size })), msPerBallot, ...times, targetSeconds: TARGET_SECONDS };
  } finally {
    for (const worker of workers) await worker.stopWorker().catch(() => {});
    await room?.database.close();
    await stage.stop();
  }
}

/** The figures for people. */
export function printSession(figures) {
  const { lines, seats, votes, msPerBallot, countedSeconds, killedSeconds, toldSeconds, informedSeconds, targetSeconds } = figures;
  const rows = [
    [`session of ${lines} nominations and ${seats} members`, `${votes} votes`],
    ['one ballot of all lines, sealed and stored', `${msPerBallot.toFixed(0)} ms`],
    ['opened, counted, written, key destroyed', `${countedSeconds.toFixed(1)} s after the close`],
    ['one of two workers killed', `${killedSeconds.toFixed(1)} s`],
    ['every nomination told', `${toldSeconds.toFixed(1)} s`],
    [
      `every nomination has gone on (target ${targetSeconds} s)`,
      `${informedSeconds.toFixed(1)} s  ${informedSeconds < targetSeconds ? 'ok' : 'MISSED'}`,
    ],
  ];
  return rows.map(([what, figure]) => `${what.padEnd(58)} ${figure}`).join('\n');
}
