export { nominationWorkflow } from './nomination/nomination.workflow.ts';
