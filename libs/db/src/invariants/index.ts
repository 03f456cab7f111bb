export {
  InvariantReading,
  type Breach,
  type CaseProjection,
  type NumberSeries,
  type PlannedMailRow,
  type TableCheck,
  type Unnumbered,
} from './invariant.reading.ts';
