import { useId, type ReactNode } from 'react';
import { useSpeech } from '../words/words.tsx';

interface FieldProps {
  readonly label: string;
  readonly wide?: boolean;
  readonly wrong?: string | undefined;
  /** What the value means, in words. */
  readonly hint?: string | undefined;
  /** Draws the control with the id that the label names. */
  readonly children: (id: string, describedBy: string | undefined) => ReactNode;
}

/** A label, its control, and what is wrong with it, tied together for a screen reader. */
export function Field({ label, wide, wrong, hint, children }: FieldProps): ReactNode {
  const id = useId();
  const [wrongId, hintId] = [`${id}-wrong`, `${id}-hint`];
  const describedBy = [...(hint === undefined ? [] : [hintId]), ...(wrong === undefined ? [] : [wrongId])].join(' ');
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children(id, describedBy === '' ? undefined : describedBy)}
      {hint !== undefined && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
      {wrong !== undefined && (
        <p id={wrongId} className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
  /** What choosing nothing means; left out where something must be chosen. */
  readonly nothing?: string;
}

/** The browser's own list: quick, small and at home with every keyboard and reader. */
export function Choice({ label, value, options, onChoose, nothing }: ChoiceProps): ReactNode {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          value={value}
          onChange={(event) => {
            onChoose(event.target.value);
          }}
        >
          {nothing !== undefined && <option value="">{nothing}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TypedProps {
  readonly label: string;
  readonly type: 'text' | 'email' | 'number' | 'date' | 'datetime-local';
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly required?: boolean;
  readonly wrong?: string | undefined;
  readonly hint?: string | undefined;
}

/** One line to type in. */
export function Typed({ label, type, value, onType, required = false, wrong, hint }: TypedProps): ReactNode {
  return (
    <Field label={label} wrong={wrong} hint={hint}>
      {(id, describedBy) => (
        <input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={wrong !== undefined}
          type={type}
          {...(type === 'number' && { min: 1 })}
          required={required}
          value={value}
          onChange={(event) => {
            onType(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

interface LongTypedProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
}

/** Some sentences that must be said. */
export function LongTyped({ label, value, onType }: LongTypedProps): ReactNode {
  return (
    <Field label={label}>
      {(id) => (
        <textarea
          id={id}
          required
          maxLength={2000}
          value={value}
          onChange={(event) => {
            onType(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

/** Why something is done: it stays in the trail. */
export function Reason(props: Omit<LongTypedProps, 'label'>): ReactNode {
  const { words } = useSpeech();
  return <LongTyped label={`${words.reason} (${words.reasonKept})`} {...props} />;
}
