import { alertSettings } from '@laurel/activities';
import type { Environment } from '@laurel/config';
import {
  HealthReading,
  IncidentRepository,
  LoopLock,
  MailLedgerRepository,
  planMails,
  SnapshotRepository,
  StuckEvidenceReading,
  taskToken,
  type Database,
} from '@laurel/db';
import { MailRelay, mailSettings, SmtpTransport } from '@laurel/mail';
import { hostname } from 'node:os';
import { Watchman } from '../operations/watchman.ts';

/** The watchman over the real tables and the real mail server; null where the settings name nobody to tell. */
export function watchmanOf(database: Database, environment: Environment): Watchman | null {
  const settings = alertSettings(environment);
  if (settings.mailTo.length === 0 && settings.webhookUrl === null) return null;
  const { LAUREL_SECRET: secret, PUBLIC_URL: publicUrl } = environment;
  const plan = { secret, mailDomain: new URL(publicUrl).hostname };
  const transport = new SmtpTransport(mailSettings(environment));
  const ledger = new MailLedgerRepository(database, `${hostname()}:${String(process.pid)}`, 'incident');
  const links = {
    linkTo: (linkId: string) => `${publicUrl}/t/${taskToken(secret, linkId)}`,
    publicPageOf: (nominationId: string) => `${publicUrl}/n/${nominationId}`,
  };
  return new Watchman({
    ...settings,
    lock: new LoopLock(database),
    health: new HealthReading(database),
    evidence: new StuckEvidenceReading(database),
    snapshots: new SnapshotRepository(database),
    incidents: new IncidentRepository(database),
    planMails: (mails) => planMails(database.pool, mails, plan),
    relay: new MailRelay({ ledger, transport, links }),
    closeTransport: () => {
      transport.close();
    },
    startedAt: Date.now(),
  });
}
