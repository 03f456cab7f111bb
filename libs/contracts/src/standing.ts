export type { NextStep, Standing, StandingTask } from '@laurel/domain';
