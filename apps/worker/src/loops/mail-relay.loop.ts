import type { Environment } from '@laurel/config';
import type { MailHandover } from '@laurel/contracts';
import { MailLedgerRepository, taskToken, type Database } from '@laurel/db';
import { MailRelay, mailSettings, SmtpTransport, type MailTransport } from '@laurel/mail';
import type { Tracer } from '@laurel/observability';
import type { Turn } from './loop.ts';

/** The mail relay of a worker: a turn of its loop, and the end of it. */
export interface MailPart {
  readonly turn: Turn;
  readonly handover: MailHandover;
  readonly close: () => Promise<void>;
}

/** Joins the ledger of libs/db with the transport of libs/mail; neither knows the other. */
export function mailRelay(database: Database, env: Environment, owner: string, tracer: Tracer | null): MailPart {
  const transport = tracedTransport(new SmtpTransport(mailSettings(env)), tracer);
  const links = {
    linkTo: (linkId: string) => `${env.PUBLIC_URL}/t/${taskToken(env.LAUREL_SECRET, linkId)}`,
    publicPageOf: (nominationId: string) => `${env.PUBLIC_URL}/n/${nominationId}`,
  };
  const relay = new MailRelay({ ledger: new MailLedgerRepository(database, owner), owner, transport, links });
  return {
    turn: async () => ((await relay.turn()) ? 1 : 0),
    handover: relay,
    close: async () => {
      await relay.drain();
      transport.close();
    },
  };
}

/** Each mail a span of its nomination, by its kind alone. */
function tracedTransport(transport: MailTransport, tracer: Tracer | null): MailTransport {
  if (!tracer) return transport;
  return {
    width: transport.width,
    close: () => {
      transport.close();
    },
    send: (mail) => {
      const { 'X-Laurel-Nomination': nominationId = null, 'X-Laurel-Kind': kind = '' } = mail.rendered.headers;
      return tracer.span('send mail', { kind: 'client', nominationId, attributes: { 'laurel.mail': kind } }, async (span) => {
        const verdict = await transport.send(mail);
        span.set({ 'laurel.verdict': verdict.is });
        return verdict;
      });
    },
  };
}
