import type { ReactNode } from 'react';
import { series } from '../design/tokens.ts';
import { useSpeech } from '../words/words.tsx';
import { Legend } from './bars.tsx';

export interface ColumnBar {
  readonly label: string;
  readonly values: readonly number[];
}

interface ColumnsProps {
  /** Said to those who cannot see the picture. */
  readonly title: string;
  readonly names: readonly string[];
  readonly hues: readonly number[];
  readonly bars: readonly ColumnBar[];
}

const WIDTH = 640;
const HEIGHT = 180;
const FLOOR = HEIGHT - 24;
const CEILING = 18;
/** A column is no wider than this, however few there are. */
const WIDEST = 48;

/** Standing columns over time, stacked; every so many labels are written so that they do not touch. */
export function Columns({ title, names, hues, bars }: ColumnsProps): ReactNode {
  const { words } = useSpeech();
  const highest = Math.max(1, ...bars.map(({ values }) => values.reduce((a, b) => a + b, 0)));
  const step = WIDTH / Math.max(bars.length, 1);
  const every = Math.ceil(bars.length / 10);
  const width = Math.min(step * 0.7, WIDEST);
  if (bars.every(({ values }) => values.every((value) => value === 0))) return <p className="empty">{words.nothingHere}</p>;
  return (
    <>
      {names.length > 1 && <Legend names={names} hues={hues} />}
      <svg className="plot" viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={title}>
        <line x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} stroke="#7c877f" />
        {bars.map(({ label, values }, index) => (
          <g key={label}>
            <Stack
              values={values}
              names={names}
              hues={hues}
              x={index * step + (step - width) / 2}
              width={width}
              scale={(FLOOR - CEILING) / highest}
              label={label}
            />
            {index % every === 0 && (
              <text x={index * step + step / 2} y={HEIGHT - 6} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        ))}
      </svg>
    </>
  );
}

interface StackProps {
  readonly values: readonly number[];
  readonly names: readonly string[];
  readonly hues: readonly number[];
  readonly x: number;
  readonly width: number;
  readonly scale: number;
  readonly label: string;
}

function Stack({ values, names, hues, x, width, scale, label }: StackProps): ReactNode {
  const total = values.reduce((a, b) => a + b, 0);
  const tops = values.map((_, index) => values.slice(0, index + 1).reduce((a, b) => a + b, 0));
  return (
    <>
      {values.map((value, index) => (
        <rect
          key={names[index]}
          x={x}
          width={width}
          y={FLOOR - (tops[index] ?? 0) * scale}
          height={value * scale}
          fill={series[hues[index] ?? 0]}
        >
          <title>{`${label} · ${names[index] ?? ''}: ${String(value)}`}</title>
        </rect>
      ))}
      {total > 0 && (
        <text x={x + width / 2} y={FLOOR - total * scale - 5} textAnchor="middle">
          {total}
        </text>
      )}
    </>
  );
}
