import type { ReactNode } from 'react';
import { useSpeech } from '../words/words.tsx';

const LANGUAGES = [
  { key: 'vi', name: 'Tiếng Việt', short: 'VI' },
  { key: 'en', name: 'English', short: 'EN' },
] as const;

export function LanguageSwitch(): ReactNode {
  const { language, speak, words } = useSpeech();
  return (
    <div className="languages" role="group" aria-label={words.language}>
      {LANGUAGES.map(({ key, name, short }) => (
        <button
          key={key}
          type="button"
          lang={key}
          aria-pressed={language === key}
          onClick={() => {
            speak(key);
          }}
        >
          {short}
          <span className="unseen"> – {name}</span>
        </button>
      ))}
    </div>
  );
}
