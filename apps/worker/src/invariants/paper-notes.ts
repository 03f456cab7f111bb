import type { InvariantReading, NumberSeries, Unnumbered } from '@laurel/db';
import { gapsIn } from '@laurel/domain';

/** Papers that one rule numbers: from which number to which, and what lies between them on no paper here. */
export interface NumberedSeries extends Omit<NumberSeries, 'numbers'> {
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly gaps: readonly (readonly [first: number, last: number])[];
}

/** What is worth knowing about numbers of papers, and breaks nothing: an issuer numbers other papers too. */
export interface PaperNotes {
  readonly numbered: readonly NumberedSeries[];
  /** Awards that are signed and wait for the number of their paper. */
  readonly unnumbered: readonly Unnumbered[];
}

/** Reads the numbers that papers bear; changes nothing. */
export async function paperNotes(reading: Pick<InvariantReading, 'numberSeries' | 'unnumbered'>): Promise<PaperNotes> {
  return { numbered: (await reading.numberSeries()).map(seriesOf), unnumbered: await reading.unnumbered() };
}

function seriesOf({ numbers, ...series }: NumberSeries): NumberedSeries {
  const borne = [...new Set(numbers)];
  return { ...series, count: borne.length, first: Math.min(...borne), last: Math.max(...borne), gaps: gapsIn(borne) };
}

/** Gaps that a line names; the JSON names all. */
const NAMED = 10;

const run = ([first, last]: readonly [number, number]): string => (first === last ? String(first) : `${String(first)}–${String(last)}`);

/** The notes as lines to read; none where there is nothing to note. */
export function paperLines({ numbered, unnumbered }: PaperNotes): readonly string[] {
  const gappy = numbered.filter(({ gaps }) => gaps.length > 0);
  return [
    ...gappy.map(({ programme, issuer, span, pattern, first, last, gaps }) => {
      const more = gaps.length > NAMED ? ` … (${String(gaps.length - NAMED)})` : '';
      return `số văn bản không có ở đây / numbers on no paper here: ${programme} ${issuer} ${span} ${pattern} ${run([first, last])}: ${gaps.slice(0, NAMED).map(run).join(', ')}${more}`;
    }),
    ...unnumbered.map(
      ({ programme, issuer, count }) =>
        `quyết định đã ký, chưa có số / signed, still without a number: ${programme} ${issuer}: ${String(count)}`,
    ),
  ];
}
