import { Button } from 'antd';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { ask } from '../../api/client.ts';
import type { CodeSent, Entered } from '../../api/types.ts';
import { Field } from '../../parts/field.tsx';
import { useSpeech } from '../../words/words.tsx';
import { goTo, refusalWords } from './enter.ts';

interface CodeFormProps {
  readonly email: string;
  readonly code: string;
  readonly returnTo: string;
}

const LOOKS_LIKE_MAIL = /^\S+@\S+\.\S+$/;

/** First the address, then the code that it was sent; a mailed link fills in both and still waits for the press. */
export function CodeForm(props: CodeFormProps): ReactNode {
  const [email, setEmail] = useState(props.email);
  const [minutes, setMinutes] = useState<number | null>(null);
  const asked = minutes !== null || props.code !== '';
  if (asked)
    return (
      <CodeStep
        {...props}
        email={email}
        minutes={minutes}
        onBack={() => {
          window.location.assign('/sign-in');
        }}
      />
    );
  return <AddressStep email={email} onEmail={setEmail} onSent={setMinutes} />;
}

interface AddressStepProps {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onSent: (minutes: number) => void;
}

function AddressStep({ email, onEmail, onSent }: AddressStepProps): ReactNode {
  const { words } = useSpeech();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!LOOKS_LIKE_MAIL.test(email.trim())) {
      setWrong(words.emailWrong);
      return;
    }
    setBusy(true);
    try {
      const { minutes } = await ask<CodeSent>('/v1/auth/code', { method: 'POST', body: { email: email.trim() } });
      onSent(minutes);
    } catch (error) {
      setWrong(refusalWords(error, words, words.emailWrong));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <p className="lead">{words.signInLead}</p>
      <Field label={words.email} wrong={wrong}>
        {(id, describedBy) => (
          <input
            id={id}
            type="email"
            autoComplete="email"
            value={email}
            aria-invalid={wrong !== undefined}
            aria-describedby={describedBy}
            onChange={(event) => {
              onEmail(event.target.value);
            }}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.sendCode}
      </Button>
    </form>
  );
}

interface CodeStepProps extends CodeFormProps {
  readonly minutes: number | null;
  readonly onBack: () => void;
}

function CodeStep({ email, code, returnTo, minutes, onBack }: CodeStepProps): ReactNode {
  const { words } = useSpeech();
  const [typed, setTyped] = useState(code);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const enter = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      const body = { email: email.trim(), code: typed.trim(), returnTo };
      goTo((await ask<Entered>('/v1/auth/sign-in', { method: 'POST', body })).returnTo);
    } catch (error) {
      setWrong(refusalWords(error, words, words.codeWrong));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void enter(event)}>
      <p role="status">
        <strong>{email}</strong>
        <br />
        {minutes !== null && `${words.codeSent} ${String(minutes)} ${words.minutes}.`}
      </p>
      <Field label={words.code} wrong={wrong}>
        {(id, describedBy) => (
          <input
            id={id}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={typed}
            aria-invalid={wrong !== undefined}
            aria-describedby={describedBy}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.enter}
      </Button>
      <Button onClick={onBack}>{words.otherAddress}</Button>
    </form>
  );
}
