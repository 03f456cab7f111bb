import type { Breach, PlannedMailRow } from '@laurel/db';
import type { DeliveredMail, Evidence, Invariant } from './invariant.ts';

/** I3: each planned mail is accepted at least once; twice only in the ambiguous window, and then under one Message-ID. */
export const mailsOnce: Invariant = {
  name: 'I3',
  title: 'each mail at least once, twice only with the same Message-ID and only after doubt',
  breaches: async (evidence) => [...(await evidence.reading.breaches('mails-planned-and-sent')), ...(await againstDelivered(evidence))],
};

async function againstDelivered({ reading, outside }: Evidence): Promise<Breach[]> {
  if (!outside.delivered) return [];
  const rows = await reading.mails();
  const counts = countById(outside.delivered);
  const known = new Map(rows.map((row) => [row.messageId, row]));
  const strangers = [...counts.keys()].filter((id) => !known.has(id));
  return [
    ...strangers.map((id) => ({ subject: id, detail: 'a mail was delivered that no ledger row planned' })),
    ...rows.flatMap((row) => againstRow(row, counts.get(row.messageId) ?? 0)),
    ...doubles(outside.delivered, known).map((subject) => ({ subject, detail: 'one occasion was mailed under two Message-IDs' })),
  ];
}

function againstRow(row: PlannedMailRow, count: number): Breach[] {
  const subject = row.messageId;
  if (row.state === 'accepted' && count === 0) return [{ subject, detail: 'accepted by the ledger, and no server has it' }];
  // Each attempt beyond the one that was answered may have arrived as well.
  if (count > Math.max(1, row.attempts)) return [{ subject, detail: `delivered ${count} times in ${row.attempts} attempts` }];
  return [];
}

function countById(delivered: readonly DeliveredMail[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { headers } of delivered) {
    const id = headers['message-id'] ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

interface Occasion {
  readonly key: string;
  readonly kind: 'assignment' | 'result';
  readonly messageIds: Set<string>;
}

/** What the recipient sees as one occasion; reminders and escalations of a task have several. */
function occasionOf({ to, headers }: DeliveredMail): Omit<Occasion, 'messageIds'> | null {
  const kind = headers['x-laurel-kind'];
  if (kind !== 'assignment' && kind !== 'result') return null;
  return { kind, key: JSON.stringify([headers['x-laurel-task'] ?? headers['x-laurel-nomination'], kind, to]) };
}

/** An occasion has one Message-ID; a result has one for each end of its nomination. */
function doubles(delivered: readonly DeliveredMail[], known: ReadonlyMap<string, PlannedMailRow>): string[] {
  const occasions = new Map<string, Occasion>();
  for (const mail of delivered) {
    const occasion = occasionOf(mail);
    if (!occasion) continue;
    const { messageIds } = occasions.get(occasion.key) ?? { messageIds: new Set<string>() };
    occasions.set(occasion.key, { ...occasion, messageIds: messageIds.add(mail.headers['message-id'] ?? '') });
  }
  const allowed = ({ kind, messageIds }: Occasion): number =>
    kind === 'result' ? Math.max(1, ...[...messageIds].map((id) => known.get(id)?.ends ?? 1)) : 1;
  return [...occasions.values()].filter((occasion) => occasion.messageIds.size > allowed(occasion)).map(({ key }) => key);
}
