export { Acknowledgements } from './acknowledgements.ts';
export { ActsRepository, type PendingAct } from './acts.repository.ts';
export { afterAnswer, submitAct, type TellWorkflow } from './submit-act.ts';
