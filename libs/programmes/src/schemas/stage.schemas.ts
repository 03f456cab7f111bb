import type {
  DecisionStage,
  ExcludedBasis,
  IntakeStage,
  PublicationStage,
  ReviewerRule,
  ReviewStage,
  SessionStage,
  StageKinds,
} from '@laurel/domain';
import { z } from 'zod';
import { key, postRef, text } from './common.schema.ts';
import { ballot } from './council.schema.ts';
import { timeout, wait } from './wait.schema.ts';

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
export const stageSchemas = { intake, review, decision, session, publication } satisfies {
  [K in keyof StageKinds]: z.ZodType<StageKinds[K]>;
};

/** Any stage of a route. */
export const stage = z.discriminatedUnion('kind', [
  stageSchemas.intake,
  stageSchemas.review,
  stageSchemas.decision,
  stageSchemas.session,
  stageSchemas.publication,
]);
