export { InvariantReading, type Breach, type CaseProjection, type PlannedMailRow, type TableCheck } from './invariant.reading.ts';
