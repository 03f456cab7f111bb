import type {
  AppraisalStage,
  ConsultationStage,
  DecisionStage,
  ExcludedBasis,
  IneligibleGround,
  IntakeStage,
  NoticeStage,
  PublicationStage,
  ReviewerRule,
  ReviewStage,
  SessionStage,
  StageKinds,
} from '@laurel/domain';
import { z } from 'zod';
import { key, postRef, text } from './common.schema.ts';
import { ballot } from './council.schema.ts';
import { clock, moreTime, timeout, wait } from './wait.schema.ts';

const place = { key, level: key };

const excludedBasis = z.strictObject({
  basis: z.enum(['single-deed', 'cumulative', 'counted-in-annual-award', 'thematic-wrap-up', 'ad-hoc-within-duty']),
  rule: key,
  text,
}) satisfies z.ZodType<ExcludedBasis>;

const intake = z.strictObject({
  kind: z.literal('intake'),
  ...place,
  requiredDocuments: z.array(z.strictObject({ kind: key, name: text })),
  declarationSuffices: z.boolean().default(true),
  excludedBases: z.array(excludedBasis),
}) satisfies z.ZodType<IntakeStage>;

const ground = z.strictObject({ rule: key, text }) satisfies z.ZodType<IneligibleGround>;

const appraisal = z.strictObject({
  kind: z.literal('appraisal'),
  ...place,
  appraiser: postRef,
  grounds: z.array(ground).min(1),
  wait,
  timeout,
  moreTime,
  allowDelegation: z.boolean().default(true),
}) satisfies z.ZodType<AppraisalStage>;

const consultation = z.strictObject({
  kind: z.literal('consultation'),
  ...place,
  bodies: z.array(postRef).min(1),
  wait,
  onSilence: z.enum(['agree', 'object']),
  answeredBy: postRef,
  answerWait: wait,
  moreTime,
}) satisfies z.ZodType<ConsultationStage>;

const notice = z.strictObject({
  kind: z.literal('notice'),
  ...place,
  clock,
  secretariat: postRef,
  answerWait: wait,
  endsBefore: z.enum(['session', 'decision']),
  moreTime,
}) satisfies z.ZodType<NoticeStage>;

const reviewerRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one') }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('k-of-n'), k: z.int().min(1) }),
]) satisfies z.ZodType<ReviewerRule>;

const review = z.strictObject({
  kind: z.literal('review'),
  ...place,
  reviewers: z.array(postRef).min(1),
  rule: reviewerRule,
  wait,
  timeout,
  moreTime,
  allowDelegation: z.boolean().default(true),
}) satisfies z.ZodType<ReviewStage>;

const decision = z.strictObject({
  kind: z.literal('decision'),
  ...place,
  authority: postRef,
  award: key,
  mayReferUp: z.boolean(),
  wait,
  timeout,
  moreTime,
  allowDelegation: z.boolean().default(true),
}) satisfies z.ZodType<DecisionStage>;

const session = z.strictObject({
  kind: z.literal('session'),
  ...place,
  council: key,
  award: key,
  ballot,
  passes: z.literal('go-on').default('go-on'),
}) satisfies z.ZodType<SessionStage>;

const publication = z.strictObject({ kind: z.literal('publication'), ...place }) satisfies z.ZodType<PublicationStage>;

/** The shape of each kind of stage: one line per kind, as in the domain. */
export const stageSchemas = { intake, appraisal, consultation, notice, review, decision, session, publication } satisfies {
  [K in keyof StageKinds]: z.ZodType<StageKinds[K]>;
};

/** Any stage of a route. */
export const stage = z.discriminatedUnion('kind', [
  stageSchemas.intake,
  stageSchemas.appraisal,
  stageSchemas.consultation,
  stageSchemas.notice,
  stageSchemas.review,
  stageSchemas.decision,
  stageSchemas.session,
  stageSchemas.publication,
]);
