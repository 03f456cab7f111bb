import type { Environment } from '@laurel/config';
import { MailLedgerRepository, taskToken, type Database } from '@laurel/db';
import { MailRelay, mailSettings, SmtpTransport } from '@laurel/mail';
import type { Turn } from './loop.ts';

/** The mail relay of a worker: a turn of its loop, and the end of it. */
export interface MailPart {
  readonly turn: Turn;
  readonly close: () => Promise<void>;
}

/** Joins the ledger of libs/db with the transport of libs/mail; neither knows the other. */
export function mailRelay(database: Database, env: Environment, owner: string): MailPart {
  const transport = new SmtpTransport(mailSettings(env));
  const links = {
    linkTo: (linkId: string) => `${env.PUBLIC_URL}/t/${taskToken(env.LAUREL_SECRET, linkId)}`,
    publicPageOf: (nominationId: string) => `${env.PUBLIC_URL}/n/${nominationId}`,
  };
  const relay = new MailRelay({ ledger: new MailLedgerRepository(database, owner), transport, links });
  return {
    turn: async () => ((await relay.turn()) ? 1 : 0),
    close: async () => {
      await relay.drain();
      transport.close();
    },
  };
}
