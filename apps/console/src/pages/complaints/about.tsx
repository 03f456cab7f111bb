import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useNames } from '../../api/names.ts';

interface AboutProps {
  readonly line: {
    readonly nominationId: string;
    readonly nominee: string;
    readonly programme: string;
    readonly unit: string;
    readonly award: string;
  };
}

/** The nomination that a line is about: who, for which award, of which unit. */
export function About({ line: { nominationId, nominee, programme, unit, award } }: AboutProps): ReactNode {
  const names = useNames();
  return (
    <>
      <Link to={`/nominations/${encodeURIComponent(nominationId)}?tab=afterwards`}>{nominee}</Link>
      <span className="rest">
        {names.award(programme, award)} · {names.unit(programme, unit)}
      </span>
    </>
  );
}
