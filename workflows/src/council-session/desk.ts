import { proxyActivities, type ActivityOptions } from '@temporalio/workflow';
import type { CouncilSessionActivities } from '@laurel/contracts';

/** Short transactions; what fails is tried again until it passes, and shows as pending meanwhile. */
const STEP: ActivityOptions = {
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '30s', nonRetryableErrorTypes: ['UnknownSession'] },
};

/** Long work that says how far it is: a dead worker is noticed by its silence. */
const LONG: ActivityOptions = { ...STEP, startToCloseTimeout: '15m', heartbeatTimeout: '15s' };

const SUMMARIES: { readonly [Name in keyof CouncilSessionActivities]: string } = {
  conveneSession: 'Gửi giấy mời họp · convene the members',
  openBallot: 'Kiểm tra số người dự, mở bỏ phiếu · test the quorum, open the ballot',
  remindVoters: 'Nhắc người chưa bỏ phiếu · remind who has not voted',
  closeBallot: 'Đóng hòm phiếu khi đến lúc · close the box when it is time',
  countBallot: 'Kiểm phiếu, hủy khóa · count and destroy the key',
  tellOutcomes: 'Báo kết quả cho từng hồ sơ · tell each nomination',
  sendMinutes: 'Gửi biên bản · send the minutes',
};

const LONG_STEPS: readonly (keyof CouncilSessionActivities)[] = ['countBallot', 'tellOutcomes'];

/** The step, ready to be asked for. */
export function step<Name extends keyof CouncilSessionActivities>(name: Name): CouncilSessionActivities[Name] {
  const options = LONG_STEPS.includes(name) ? LONG : STEP;
  return proxyActivities<CouncilSessionActivities>({ ...options, summary: SUMMARIES[name] })[name];
}
