export { HealthReading, type LoopState, type MailChannelState } from './health.reading.ts';
export { NominationReading } from './nomination.reading.ts';
export type * from './nomination.types.ts';
export { RemediesRepository, type NewSubstitution, type OpenTask, type RemedyClaim } from './remedies.repository.ts';
export { StuckReading, type StuckCase, type StuckFinding, type TableClass } from './stuck.reading.ts';
export { TaskPageReading, type Colleague, type TaskClosure, type TaskPageData } from './task-page.reading.ts';
export { TitlesReport, type TitleRow, type TitlesQuery } from './titles.report.ts';
