export { NoticeRepository, type FeedbackKept, type NewFeedback, type PublicNotice } from './notice.repository.ts';
