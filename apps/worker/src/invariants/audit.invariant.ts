import { firstBrokenLink, type Breach } from '@laurel/db';
import type { Evidence, Invariant } from './invariant.ts';

const AT_ONCE = 500;

/** I6: the audit chain verifies and has exactly one entry for each transition. */
export const auditWhole: Invariant = {
  name: 'I6',
  title: 'the audit chain verifies, one entry for each transition',
  breaches: async (evidence) => [...(await evidence.reading.breaches('sequences-are-whole')), ...(await brokenChains(evidence))],
};

async function brokenChains({ cases, reading }: Evidence): Promise<Breach[]> {
  const broken: Breach[] = [];
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    const some = cases.slice(from, from + AT_ONCE);
    const chains = await reading.links(some.map(({ id }) => id));
    for (const { id, seq, auditHash } of some) {
      const first = firstBrokenLink(chains.get(id) ?? [], { seq, hash: auditHash });
      if (first !== null) broken.push({ subject: id, detail: `the audit chain does not hold at ${first}` });
    }
  }
  return broken;
}
