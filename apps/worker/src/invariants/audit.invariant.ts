import { firstBrokenLink, type Breach } from '@laurel/db';
import type { Evidence, Invariant } from './invariant.ts';

const AT_ONCE = 500;

/** I6: every audit chain verifies, and a nomination's has exactly one entry for each transition. */
export const auditWhole: Invariant = {
  name: 'I6',
  title: 'the audit chains verify, one entry for each transition',
  breaches: async (evidence) => [
    ...(await evidence.reading.breaches('sequences-are-whole')),
    ...(await brokenChains(evidence)),
    ...(await brokenStreams(evidence)),
  ],
};

const breach = (subject: string, link: number): Breach => ({ subject, detail: `the audit chain does not hold at ${link}` });

async function brokenChains({ cases, reading }: Evidence): Promise<Breach[]> {
  const broken: Breach[] = [];
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    const some = cases.slice(from, from + AT_ONCE);
    const chains = await reading.links(some.map(({ id }) => id));
    for (const { id, seq, auditHash } of some) {
      const first = firstBrokenLink(chains.get(id) ?? [], { seq, hash: auditHash });
      if (first !== null) broken.push(breach(id, first));
    }
  }
  return broken;
}

/** No row besides knows how long a stream is, so links that are gone from its end are not seen; everything before them is. */
async function brokenStreams({ reading }: Evidence): Promise<Breach[]> {
  const broken: Breach[] = [];
  for (const stream of await reading.streams()) {
    const links = (await reading.links([stream])).get(stream) ?? [];
    const first = firstBrokenLink(links, links.at(-1) ?? { seq: 0, hash: '' });
    if (first !== null) broken.push(breach(stream, first));
  }
  return broken;
}
