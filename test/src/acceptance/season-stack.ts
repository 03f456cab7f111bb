import { KeyRepository, SCOPES } from '@laurel/db';
import { importHistory, InvariantChecker, type DeliveredMail } from '@laurel/worker';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyOf, playPlanned, playSeason, type Played, type PlayedPlan, type Progress } from '../../../tools/demo/player.mjs';
import { freePort, startMailbox, type Mailbox } from '../../../tools/stack.mjs';
import { prepareStack, ROOT, waitFor, type ServerWishes, type Stack } from '../stack/index.ts';

/** Short here; `npm run demo` waits 30 s. */
const CLOSE_AFTER_MS = 2_000;

interface Parts {
  readonly stack: Stack;
  readonly mailbox: Mailbox;
  readonly folder: string;
  readonly apiUrl: string;
  readonly apiKey: string;
}

/** A private stack with the mailbox that `npm start` has, so that the season is played as `npm run demo` plays it. */
export class SeasonStack {
  readonly stack: Stack;
  private readonly parts: Parts;

  private constructor(parts: Parts) {
    this.parts = parts;
    this.stack = parts.stack;
  }

  static async start(wishes: ServerWishes): Promise<SeasonStack> {
    const folder = await mkdtemp(join(tmpdir(), 'laurel-season-'));
    const mailbox = await startMailbox({ smtpPort: 0, webPort: 0, file: join(folder, 'mails.jsonl') });
    const port = String(await freePort());
    const apiUrl = `http://127.0.0.1:${port}`;
    const settings = { PORT: port, PUBLIC_URL: apiUrl, SMTP_URL: `smtp://127.0.0.1:${String(mailbox.smtpPort)}`, DATA_DIR: folder };
    const stack = await prepareStack({ ...wishes, settings });
    const { key } = await new KeyRepository(stack.database).create('season', { scopes: SCOPES });
    stack.startWorkers();
    stack.api.start();
    const season = new SeasonStack({ stack, mailbox, folder, apiUrl, apiKey: key });
    try {
      await waitFor('the API to be ready', 90_000, async () => (await fetch(`${apiUrl}/health/ready`)).ok, 200);
    } catch (error) {
      await season.close();
      throw error;
    }
    return season;
  }

  private get mailboxUrl(): string {
    return `http://127.0.0.1:${String(this.parts.mailbox.webPort)}`;
  }

  play(onProgress: (progress: Progress) => void = () => undefined): Promise<Played> {
    const { apiUrl, apiKey } = this.parts;
    return playSeason({ apiUrl, apiKey, mailboxUrl: this.mailboxUrl, closeAfterMs: CLOSE_AFTER_MS, patienceMs: 90_000, onProgress });
  }

  /** Plays the season that stands beside a programme, with the earlier awards that it rests on. */
  async playPlanned(programme: string): Promise<PlayedPlan> {
    const { apiUrl, apiKey } = this.parts;
    const file = historyOf(programme);
    if (file !== null) {
      const order = { programme, fileName: 'lich-su.csv', bytes: await readFile(file), importedBy: 'season', dryRun: false };
      const answer = await importHistory(this.stack.database, order);
      if (answer.is !== 'imported') throw new Error(`The history was not taken over: ${JSON.stringify(answer)}`);
    }
    return playPlanned({ apiUrl, apiKey, mailboxUrl: this.mailboxUrl, programme, patienceMs: 90_000 });
  }

  /** Holds I1 to I9 against the tables, the histories, the mailbox and what the player was told; answers what is broken, in words. */
  async verify({ told }: Played): Promise<readonly string[]> {
    const checker = new InvariantChecker(this.stack.database, this.stack.inspector);
    const delivered = (await (await fetch(`${this.mailboxUrl}/email`)).json()) as readonly DeliveredMail[];
    const workflowBundle = join(ROOT, 'workflows', 'dist', 'workflow-bundle.js');
    const reports = await checker.check(
      { workflowBundle, replaySample: 30 },
      { delivered, accepted: told.accepted, acknowledged: told.recorded },
    );
    return reports.flatMap(({ name, breaches }) => breaches.map(({ subject, detail }) => `${name} ${subject}: ${detail}`));
  }

  async close(): Promise<void> {
    await this.stack.close();
    await this.parts.mailbox.stop();
    await rm(this.parts.folder, { recursive: true, force: true });
  }
}
