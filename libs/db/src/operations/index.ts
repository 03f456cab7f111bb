export { BounceRepository, type BouncedMail, type BounceNote } from './bounce.repository.ts';
export { CanaryRepository, type CanaryRun, type CanaryTask } from './canary.repository.ts';
export { IncidentRepository, type Incident } from './incident.repository.ts';
export { JobRepository, type ClaimedItem, type JobTarget, type JobView, type NewJob } from './job.repository.ts';
export { LoopLock } from './loop-lock.ts';
export { OperatorLog, type OperatorDeed } from './operator-log.repository.ts';
export { ReconcilerRepository, type WorkflowListed } from './reconciler.repository.ts';
export { SnapshotRepository, type GroupsWanted, type LookFigures, type Sees, type Snapshot } from './snapshot.repository.ts';
export { StuckEvidenceReading } from './stuck-evidence.reading.ts';
