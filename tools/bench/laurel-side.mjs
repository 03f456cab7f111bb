// Laurel as the bench drives it: its own worker process with everything on; the bench plays the API and the reviewers with
// the very classes that the API uses.
import { Client, Connection } from '@temporalio/client';
import {
  CampaignRepository,
  Database,
  IntakeRepository,
  Acknowledgements,
  ActsRepository,
  Nudges,
  RulesRepository,
  TaskPageReading,
  taskToken,
  tokenHash,
} from '@laurel/db';
import { TemporalNominationGateway } from '@laurel/temporal';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrate } from '../lib/database.mjs';
import { inRoot } from '../lib/paths.mjs';
import { WORKER_ENV, WORKER_FLAGS } from '../lib/worker-process.mjs';
import { personOf } from './people.mjs';
import { together, workerProcess } from './plain-side.mjs';

export const PROGRAMME = 'nam-tu-liem-ntvt';
export const CAMPAIGN = 'bench';
const CONFIRMED_WITHIN_MS = 9_000;
/** The route of three levels: the unit endorses, the district refers up, the city awards. */
const CHOICES = { grassroots: 'approve', district: 'refer-up', city: 'approve' };

/** The body of a nomination's event. */
export function nominationData(number) {
  const { fullName, birthYear, deed } = personOf(number);
  const unit = `phuong-${String((number % 10) + 1).padStart(2, '0')}`;
  return {
    programme: PROGRAMME,
    campaign: CAMPAIGN,
    submission: `${number}/TTr-${unit}`,
    nominator: { unit, officer: `can-bo.${unit}@example.vn` },
    nominee: { kind: 'individual', fullName, unit, reference: `BENCH-${number}`, birthYear },
    award: 'ntvt-district',
    achievement: {
      title: deed,
      summary: 'Nhiều năm tận tụy với bà con trong tổ dân phố.',
      from: '2026-03-03',
      to: '2026-03-20',
      stream: 'regular',
      basis: 'single-deed',
    },
    documents: [
      { kind: 'achievement-report', name: `bao-cao-${number}.pdf`, sha256: createHash('sha256').update(String(number)).digest('hex') },
    ],
  };
}

function eventOf(number) {
  const data = nominationData(number);
  const payloadHash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return {
    type: 'laurel.nomination.submitted.v1',
    id: `bench-${number}`,
    source: '/bench',
    subject: null,
    time: new Date().toISOString(),
    data,
    payloadHash,
  };
}

async function prepare(url) {
  await migrate(url);
  const { seedProgrammes } = await import(inRoot('apps', 'worker', 'dist', 'seed', 'seed-programmes.js'));
  const database = new Database(url, 12);
  await seedProgrammes(database, inRoot('programmes'));
  const { rows } = await database.pool.query('SELECT version FROM rule_set_version WHERE programme = $1 ORDER BY valid_from DESC LIMIT 1', [
    PROGRAMME,
  ]);
  await new CampaignRepository(database).openIfAbsent({
    programme: PROGRAMME,
    key: CAMPAIGN,
    ruleSetVersion: rows[0].version,
    opensAt: Date.now() - 86_400_000,
  });
  return database;
}

/** The settings of every process of Laurel. */
function environmentOf(stage, url, secret) {
  return {
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: stage.temporal.address,
    SMTP_URL: `smtp://127.0.0.1:${stage.smtpPort}`,
    PUBLIC_URL: 'http://laurel.example.vn',
    LAUREL_SECRET: secret,
    LOG_LEVEL: 'warn',
    DATA_DIR: stage.logs,
    PROGRAMMES_DIR: inRoot('programmes'),
    // The provider's limit is not what is measured.
    MAIL_RATE_PER_SECOND: '5000',
  };
}

/** What a reviewer's press of the button does in the API: the task behind the link, the act's row, the update. */
function reviewers({ database, gateway, secret, rules }) {
  const pages = new TaskPageReading(database, rules);
  const acts = new ActsRepository(database);
  return async (nominationId, { taskId }) => {
    const page = await pages.byTokenHash(tokenHash(taskToken(secret, taskId)));
    const choice = CHOICES[page.nomination.level];
    const body = { kind: 'decide', taskId, choice, number: null, signedOn: new Date().toISOString().slice(0, 10) };
    for (;;) {
      const act = await acts.write({ nominationId, actor: page.person.id, reason: null, origin: null, body });
      if (act.state === 'recorded') return;
      const outcome = await gateway.submitDecision(nominationId, { actId: act.id, taskId, choice }, CONFIRMED_WITHIN_MS);
      if (outcome !== 'NOT_CONFIRMED' && outcome.recorded) return;
      // The sweeper may have been quicker: should the act be on record all the same, the record is right.
      if ((await acts.statusOf(act.id))?.state === 'recorded') return;
      if (outcome !== 'NOT_CONFIRMED') throw new Error(`A decision was refused: ${outcome.refused}`);
    }
  };
}

/**
 * @param {import('./stage.mjs').BenchStage} stage
 * @param {{ profileDir?: string }} options
 * @returns {Promise<import('./round.mjs').Side & { env: NodeJS.ProcessEnv, db: Database }>}
 */
export async function laurelSide(stage, { profileDir }) {
  const url = stage.postgres.urlOf('laurel');
  const secret = randomBytes(32).toString('hex');
  const database = await prepare(url);
  const env = environmentOf(stage, url, secret);
  const flags = profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : [];
  const worker = workerProcess({
    args: [...WORKER_FLAGS, ...flags, inRoot('apps', 'worker', 'dist', 'main.js')],
    env: { ...WORKER_ENV, ...env },
    logFile: join(stage.logs, 'laurel-worker.log'),
  });
  const close = async () => {
    await worker.stopWorker();
    await database.close();
  };
  return together(
    { name: 'laurel', database: 'laurel', levels: 3, env, db: database, close },
    worker,
    await driven({ stage, database, secret }),
  );
}

async function driven({ stage, database, secret }) {
  const rules = new RulesRepository(database);
  const nudges = new Nudges(database);
  const intake = new IntakeRepository(database, rules, (topic) => nudges.nudge(topic));
  const acknowledgements = new Acknowledgements(new ActsRepository(database));
  // Left open to the end of the process: a call that is trying again would find it closed and throw.
  const connection = await Connection.connect({ address: stage.temporal.address });
  const gateway = new TemporalNominationGateway({
    connection,
    settings: { address: stage.temporal.address, namespace: 'default', tls: false, taskQueue: 'laurel' },
    onConfirmed: (actId) => acknowledgements.note(actId),
  });
  const { workflow } = new Client({ connection });
  return {
    async begin(number) {
      const answer = await intake.accept(eventOf(number), { apiKeyId: null, at: null });
      if (answer.is !== 'accepted') throw new Error(`A nomination was not accepted: ${JSON.stringify(answer)}`);
      return answer.nominationId;
    },
    decide: reviewers({ database, gateway, secret, rules }),
    ended: (nominationId) => workflow.getHandle(`nomination:${nominationId}`).result(),
    history: (nominationId) => workflow.getHandle(`nomination:${nominationId}`).fetchHistory(),
  };
}
