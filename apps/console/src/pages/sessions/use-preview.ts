import { useEffect, useRef, useState, type RefObject } from 'react';
import { ask, Refused } from '../../api/client.ts';
import { useMe } from '../../api/session.tsx';
import type { ConveneRequest, CouncilNamed, SessionPreview, WaitingLine } from '../../api/types.ts';
import { dateOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/words.tsx';
import { requestOf, wrongIn, type ConveneDraft, type Wrong } from './convene-draft.ts';

interface Shown {
  readonly request: ConveneRequest;
  readonly preview: SessionPreview;
}

interface Found {
  readonly wrong: Wrong;
  readonly refused: Refused | null;
  readonly shown: Shown | null;
}

interface Previewing extends Found {
  readonly busy: boolean;
  /** The form whose first wrong field takes the keyboard. */
  readonly form: RefObject<HTMLFormElement | null>;
  readonly look: (draft: ConveneDraft) => Promise<void>;
  readonly clear: () => void;
}

const NOTHING: Found = { wrong: {}, refused: null, shown: null };

/** What the server says would become of the request, or why nothing can. */
async function asked(request: ConveneRequest, csrf: string, notBefore: (day: string) => string): Promise<Found> {
  try {
    const preview = await ask<SessionPreview>('/v1/sessions/preview', { method: 'POST', body: request, csrf });
    return { ...NOTHING, shown: { request, preview } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const lawful = error.problem?.firstLawful;
    return { ...NOTHING, refused: error, ...(lawful && { wrong: { meets: notBefore(dateOf(lawful.at)) } }) };
  }
}

/** Asks the server what would become of a draft that has nothing wrong in it; nothing is written by that. */
export function usePreview(named: CouncilNamed, lines: readonly WaitingLine[]): Previewing {
  const { words } = useSpeech();
  const { csrf } = useMe();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState(NOTHING);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [found.wrong]);
  const look = async (draft: ConveneDraft): Promise<void> => {
    const wrong = wrongIn(draft, lines, Date.now(), words);
    if (Object.keys(wrong).length > 0) {
      setFound({ ...NOTHING, wrong });
      return;
    }
    setBusy(true);
    setFound(await asked(requestOf(named, draft, lines), csrf, (day) => `${words.notBefore} ${day}.`));
    setBusy(false);
  };
  const clear = (): void => {
    setFound(NOTHING);
  };
  return { ...found, busy, form, look, clear };
}
