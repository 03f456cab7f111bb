import { NOT_ASKED, WAIT, type StageRules } from './stage-rules.ts';

/** The nomination waits for a session of its council; members vote on the whole agenda at once, not on a task of this case. */
export const sessionStage: StageRules<'session'> = {
  state: 'IN_SESSION',
  open: () => WAIT,
  decide: () => NOT_ASKED,
};
