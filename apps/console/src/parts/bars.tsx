import type { ReactNode } from 'react';
import { series } from '../design/tokens.ts';
import { countOf } from '../words/dates.ts';
import { useSpeech } from '../words/words.tsx';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** One value for each name of the series. */
  readonly values: readonly number[];
  readonly link?: ReactNode;
}

interface BarsProps {
  readonly names: readonly string[];
  /** Positions in the palette; the order of `names`. */
  readonly hues?: readonly number[];
  readonly bars: readonly Bar[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const hueOf = (hues: readonly number[] | undefined, index: number): string => series[(hues?.[index] ?? index) % series.length] ?? series[0];

export function Legend({ names, hues }: { readonly names: readonly string[]; readonly hues: readonly number[] | undefined }): ReactNode {
  return (
    <ul className="legend">
      {names.map((name, index) => (
        <li key={name}>
          <span className="swatch" style={{ background: hueOf(hues, index) }} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Lying bars, stacked; the figures stand beside them as text, so that nothing hangs on the picture alone. */
export function Bars({ names, hues, bars }: BarsProps): ReactNode {
  const { language } = useSpeech();
  const longest = Math.max(1, ...bars.map(({ values }) => sum(values)));
  return (
    <>
      {names.length > 1 && <Legend names={names} hues={hues} />}
      <ul className="bars">
        {bars.map(({ key, label, values, link }) => (
          <li key={key}>
            <span className="bar-label">{link ?? label}</span>
            <span className="bar-track" aria-hidden="true">
              {values.map((value, index) => (
                <span key={names[index]} style={{ width: `${String((value / longest) * 100)}%`, background: hueOf(hues, index) }} />
              ))}
            </span>
            <span className="bar-value">
              {countOf(sum(values), language)}
              <span className="unseen"> ({values.map((value, index) => `${names[index] ?? ''}: ${String(value)}`).join(', ')})</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
