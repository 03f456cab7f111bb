import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Language, Text } from '../api/types.ts';
import { english } from './en.ts';
import { vietnamese, type Words } from './vi.ts';

interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** The text in the reader's language. */
  readonly say: (text: Text) => string;
  readonly speak: (language: Language) => void;
}

const KEPT = 'laurel-language';
const SpeechContext = createContext<Speech | null>(null);

function keptLanguage(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi';
}

/** Vietnamese unless the reader chose English; the choice stays in the browser. */
export function Speaking({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(keptLanguage);
  const speech = useMemo<Speech>(
    () => ({
      language,
      words: language === 'vi' ? vietnamese : english,
      say: (text) => text[language],
      speak: (chosen) => {
        localStorage.setItem(KEPT, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  document.documentElement.lang = language;
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('useSpeech outside of <Speaking>');
  return speech;
}
