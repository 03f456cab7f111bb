import type { ReactNode } from 'react';
import { useNames } from '../../api/names.ts';
import type { NomineeDetail } from '../../api/types.ts';
import { Tag } from '../../parts/tag.tsx';
import { useSpeech } from '../../words/words.tsx';
import { kindLabel } from './nominee-kind.ts';

interface ComparisonProps {
  readonly left: NomineeDetail;
  readonly right: NomineeDetail;
}

interface Row {
  readonly title: string;
  readonly values: readonly [left: string | null, right: string | null];
  /** What an entry has gathered tells nothing about who it is. */
  readonly gathered?: true;
}

function useRows({ left, right }: ComparisonProps): readonly Row[] {
  const { words } = useSpeech();
  const names = useNames();
  const row = (title: string, valueOf: (nominee: NomineeDetail) => string | null): Row => ({
    title,
    values: [valueOf(left), valueOf(right)],
  });
  return [
    row(words.nominee, ({ fullName }) => fullName),
    row(words.kind, ({ kind }) => kindLabel(kind, words)),
    row(words.birthYear, ({ birthYear }) => (birthYear === null ? null : String(birthYear))),
    row(words.unit, ({ programme, unit }) => names.unit(programme, unit)),
    row(words.programme, ({ programme }) => names.programme(programme)),
    row(words.reference, ({ reference }) => reference),
    { ...row(words.nominations, ({ nominations }) => String(nominations.length)), gathered: true },
    {
      ...row(words.titles, ({ programme, titles }) =>
        titles.length === 0 ? null : titles.map(({ award, year }) => `${names.award(programme, award)} (${String(year)})`).join('; '),
      ),
      gathered: true,
    },
  ];
}

function Verdict({ values: [left, right], gathered }: Row): ReactNode {
  const { words } = useSpeech();
  if (gathered) return null;
  if (left === null || right === null) return <Tag tone="still">{words.unknownValue}</Tag>;
  return left === right ? <Tag tone="calm">{words.same}</Tag> : <Tag tone="good">{words.different}</Tag>;
}

/** Two entries side by side: what is the same, what differs, what one of them does not say. */
export function Comparison(props: ComparisonProps): ReactNode {
  const { words } = useSpeech();
  const rows = useRows(props);
  return (
    <table className="table comparison">
      <caption className="unseen">{words.compare}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{words.compare}</span>
          </th>
          <th scope="col">A</th>
          <th scope="col">B</th>
          <th scope="col">{words.likeness}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.title}>
            <th scope="row">{row.title}</th>
            <td data-title="A">{row.values[0] ?? '–'}</td>
            <td data-title="B">{row.values[1] ?? '–'}</td>
            <td data-title={words.likeness}>
              <Verdict {...row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
