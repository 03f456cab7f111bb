export { nominationWorkflow } from './nomination/nomination.workflow.ts';
export { councilSessionWorkflow } from './council-session/council-session.workflow.ts';
