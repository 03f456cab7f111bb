import { useEffect, useState, type ReactNode } from 'react';
import { useSpeech } from '../words/words.tsx';
import { Field } from './field.tsx';

interface SearchFieldProps {
  readonly asked: string;
  readonly hint: string;
  readonly onSearch: (words: string) => void;
}

const TYPING_MS = 300;

/** Searches while one types, a moment after the last key. */
export function SearchField({ asked, hint, onSearch }: SearchFieldProps): ReactNode {
  const { words } = useSpeech();
  const [typed, setTyped] = useState(asked);
  useEffect(() => {
    setTyped(asked);
  }, [asked]);
  useEffect(() => {
    if (typed === asked) return;
    const timer = setTimeout(() => {
      onSearch(typed);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, asked, onSearch]);
  return (
    <Field label={words.search} wide>
      {(id) => (
        <input
          id={id}
          type="search"
          value={typed}
          placeholder={hint}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
