import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../api/client.ts';
import type { Problem } from '../api/types.ts';
import { useSpeech } from '../words/words.tsx';

/** What a view says when the server refused: plain words and what to do next. */
export function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }): ReactNode {
  const { words } = useSpeech();
  const refused = error instanceof Refused ? error : null;
  const said =
    refused?.status === 0
      ? words.cannotReach
      : refused?.status === 403
        ? words.noPermission
        : refused?.status === 404
          ? words.notFound
          : words.failed;
  const detail =
    refused && refused.status >= 400 && refused.status !== 403 && refused.status !== 404 ? <ProblemDetail refused={refused} /> : null;
  const retry = onRetry && refused?.status !== 403 ? <Button onClick={onRetry}>{words.tryAgain}</Button> : null;
  return <Alert role="alert" type={refused?.status === 403 ? 'info' : 'error'} showIcon title={said} description={detail} action={retry} />;
}

/** Said in place of a page that nobody without a role for it can use. */
export function NoPermission(): ReactNode {
  const { words } = useSpeech();
  return <Alert role="alert" type="info" showIcon title={words.noPermission} />;
}

/** The server's own sentence in the reader's language, the fields it means, and what to quote where it broke. */
export function ProblemDetail({ refused }: { readonly refused: Refused }): ReactNode {
  const { language } = useSpeech();
  const { problem, status } = refused;
  if (!problem) return null;
  const sentence = language === 'vi' ? (problem.detailVi ?? problem.titleVi) : problem.detail;
  const broken = status >= 500 ? problem.correlationId : undefined;
  return (
    <>
      {sentence}
      {broken !== undefined && <span className="soft"> ({broken})</span>}
      <FieldErrors errors={problem.errors ?? []} besides={sentence} />
    </>
  );
}

/** So many are told one by one; the others are counted. */
const TOLD = 20;

interface FieldErrorsProps {
  readonly errors: NonNullable<Problem['errors']>;
  /** The sentence before them, which may be what the only one says. */
  readonly besides: string;
}

/** What is wrong with which field; a sentence in two languages names what it means itself. */
export function FieldErrors({ errors, besides }: FieldErrorsProps): ReactNode {
  const { language } = useSpeech();
  const told = errors
    .map(({ pointer, detail, detailVi }) => ({
      field: detailVi === undefined ? pointer.replace('/', '') : null,
      said: language === 'vi' ? (detailVi ?? detail) : detail,
    }))
    .filter(({ said }) => said !== besides);
  if (told.length === 0) return null;
  return (
    <ul>
      {told.slice(0, TOLD).map(({ field, said }, index) => (
        <li key={`${said}-${String(index)}`}>
          {field !== null && (
            <>
              <code>{field}</code>:{' '}
            </>
          )}
          {said}
        </li>
      ))}
      {told.length > TOLD && <li>… +{told.length - TOLD}</li>}
    </ul>
  );
}

interface AnsweredProps<Answer> {
  readonly query: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}

/** A view of what was asked: loading, refused, or answered; what is known stays while it is asked again. */
export function Answered<Answer>({ query, children }: AnsweredProps<Answer>): ReactNode {
  const { words } = useSpeech();
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div role="status" aria-label={words.loading}>
      <Skeleton active={false} paragraph={{ rows: 6 }} />
    </div>
  );
}

export function Empty({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className="empty">{children}</p>;
}
