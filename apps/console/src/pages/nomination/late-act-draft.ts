import type { AfterOffers } from '../../api/types.ts';
import type { Press } from '../../parts/press-dialog.tsx';

export type LateAct = keyof AfterOffers;

/** What somebody has typed so far, whatever the act. */
export interface LateActDraft {
  readonly reason: string;
  readonly ground: string;
  readonly by: string;
  readonly email: string;
  readonly paper: string;
  readonly on: string;
  readonly stage: string;
  readonly rule: string;
  readonly post: string;
  readonly decisionId: string;
  readonly number: string;
}

/** Where there is one choice only, it is made. */
const only = (keys: readonly string[]): string => (keys.length === 1 ? (keys[0] ?? '') : '');

export function emptyLateAct(act: LateAct, { complain, revoke, override, number }: AfterOffers): LateActDraft {
  const grounds = act === 'complain' ? complain : revoke;
  return {
    ...{ reason: '', by: '', email: '', paper: '', on: '', stage: '', number: '' },
    ground: only(grounds.map(({ ground }) => ground)),
    rule: only(override.rules),
    post: only(override.posts.map(({ key }) => key)),
    decisionId: number[0]?.decisionId ?? '',
  };
}

/** What would be sent; null while something needed is missing. */
export function lateActPress(act: LateAct, nominationId: string, draft: LateActDraft, person: string | null): Press | null {
  const { ground, stage, rule, post, decisionId, on } = draft;
  const [reason, by, email, paper, number] = [draft.reason, draft.by, draft.email, draft.paper, draft.number].map((text) => text.trim());
  const path = `/v1/nominations/${encodeURIComponent(nominationId)}`;
  const when = (complete: boolean, press: Press): Press | null => (complete && (act === 'number' || reason !== '') ? press : null);
  switch (act) {
    case 'complain':
      return when(ground !== '' && by !== '', { path: `${path}/complaints`, body: { ground, by, reason, ...(email !== '' && { email }) } });
    case 'revoke':
      return when(ground !== '' && paper !== '', {
        path: `${path}/revocations`,
        body: { ground, paper, reason, ...(on !== '' && { revokedOn: on }) },
      });
    case 'reopen':
      return when(stage !== '', { path: `${path}/reopenings`, body: { stage, reason } });
    case 'override':
      return when(rule !== '' && post !== '' && person !== null, { path: `${path}/overrides`, body: { rule, reason, post, person } });
    case 'number':
      return when(decisionId !== '' && number !== '', {
        path: `/v1/decisions/${encodeURIComponent(decisionId)}/number`,
        body: { number, ...(on !== '' && { signedOn: on }) },
      });
  }
}
