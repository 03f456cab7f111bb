import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AFTERMATH } from '../../api/aftermath.ts';
import { ask, Refused } from '../../api/client.ts';
import { useMe } from '../../api/session.tsx';
import type { NumberedEach, NumberedItem, UnnumberedDecision } from '../../api/types.ts';

/** What became of a decision; `not-sent`: the server was not reached. What failed on its way there may have been written all the same. */
export interface Outcome {
  readonly status: NumberedItem['status'] | 'not-sent';
  readonly problem: NumberedItem['problem'];
}

export type Outcomes = ReadonlyMap<string, Outcome>;

interface Numbering {
  readonly busy: boolean;
  readonly outcomes: Outcomes;
  /** Writes the number for what does not bear it yet; pressing again goes on with the rest. */
  readonly write: (number: string, signedOn: string) => Promise<void>;
}

/** So many go in one request, that what became of the first is seen while the others are on their way. */
const AT_ONCE = 10;

const REFRESHED = [AFTERMATH, 'nomination', 'nominations', 'overview'];

function inTens(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) => ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}

/** What became of these; of all of them the same where the server refused the request as a whole, or was not reached. */
async function sent(body: object, decisions: readonly string[], csrf: string): Promise<readonly (readonly [string, Outcome])[]> {
  try {
    const send = { method: 'POST', body: { ...body, decisions }, csrf, idempotencyKey: crypto.randomUUID() } as const;
    const { items } = await ask<NumberedEach>('/v1/decisions/numbers', send);
    return items.map((item) => [item.decisionId, item]);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const status = error.status === 0 ? 'not-sent' : error.status >= 500 ? 'not-confirmed' : 'refused';
    return decisions.map((id) => [id, { status, problem: error.problem }]);
  }
}

export function useNumbering(decisions: readonly UnnumberedDecision[]): Numbering {
  const { csrf } = useMe();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const write = async (number: string, signedOn: string): Promise<void> => {
    setBusy(true);
    const left = decisions.map(({ id }) => id).filter((id) => outcomes.get(id)?.status !== 'recorded');
    for (const ids of inTens(left)) {
      const found = await sent({ number, signedOn }, ids, csrf);
      setOutcomes((known) => new Map([...known, ...found]));
    }
    await Promise.all(REFRESHED.map((key) => client.invalidateQueries({ queryKey: [key] })));
    setBusy(false);
  };
  return { busy, outcomes, write };
}
