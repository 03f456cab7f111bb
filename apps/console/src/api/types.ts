import type {
  CouncilSession,
  CouncilSessions,
  CouncilsToConvene,
  LookAlikes as LookAlikeList,
  Me,
  NomineeDetails,
  NomineeProposals,
  Nominees,
  NumberedDecisions,
  RemedyRequest,
  RemedyResults,
  SessionPreview,
  Sessions,
  Stuck,
  SuspectedDuplicates,
  UnnumberedDecisions,
  WaitingForSession,
} from './described.types.ts';

// What the API answers, by the names that pages use: the shapes themselves are in described.types.ts, made from the API's
// own description. Instants are ISO 8601 in UTC; dates are YYYY-MM-DD; `nextCursor` is null on the last page.
// What lists are asked for stands at the end.

export type { Action, LawfulDay, Problem, Role, Text } from './described.types.ts';

// --- /v1/auth and /v1/console/me

export type { CodeSent, Me, Sessions, SignedIn as Entered, SignInWays } from './described.types.ts';
export type SessionView = Sessions['sessions'][number];
export type Language = Me['language'];

// --- The season

export type { Facets, Overview, ProgrammeFacet } from './described.types.ts';

// --- Nominations

export type {
  CaseAction,
  CaseActionResult,
  CaseClock as Clock,
  CaseDecision as DecisionView,
  CaseDocument as DocumentView,
  CaseMail as MailLine,
  CaseMails as Mails,
  CasePage as NominationDetail,
  CaseTask as TaskView,
  CaseTimeline as Timeline,
  CaseWorkflow as WorkflowView,
  Hold as HoldView,
  NominationLine,
  NominationList,
  RouteLevel,
  RouteStage,
  TimelineEntry,
} from './described.types.ts';

// --- What comes after results

export type {
  AfterOffers,
  CaseAfterwards,
  Complaint as ComplaintLine,
  Complaints as ComplaintList,
  NumberedDecisions as NumberedEach,
  Objection as ObjectionLine,
  Objections as ObjectionList,
  Recall as RecallLine,
  Recalls as RecallList,
  Reexamination as ReexaminationLine,
  Reexaminations as ReexaminationList,
  UnnumberedDecisions as UnnumberedList,
} from './described.types.ts';
export type UnnumberedDecision = UnnumberedDecisions['items'][number];
export type NumberedItem = NumberedDecisions['items'][number];

// --- The registry of nominees

export type {
  LookAlikes as LookAlikeList,
  Nominee as NomineeRow,
  NomineeDetails as NomineeDetail,
  NomineeProposals,
  Nominees as NomineeList,
  SuspectedDuplicates as SuspectedList,
} from './described.types.ts';
export type NomineeLine = Nominees['items'][number];
export type HeldTitle = NomineeDetails['titles'][number];
export type MergeRecord = NomineeDetails['merges'][number];
export type NomineeMatch = NomineeProposals['items'][number];
export type LookAlikes = LookAlikeList['items'][number];
/** What speaks for two entries being one nominee. */
export type Likeness = Pick<LookAlikes, 'sameDiacritics' | 'sameBirthYear' | 'sameUnit'>;
export type SuspectedPair = SuspectedDuplicates['items'][number];

// --- Sessions of councils

export type {
  ConveneSession as ConveneRequest,
  CouncilSession,
  CouncilSessions,
  CouncilsToConvene,
  SessionPreview,
  WaitingForSession as WaitingLines,
} from './described.types.ts';
export type CouncilSessionLine = CouncilSessions['sessions'][number];
export type CouncilSessionState = CouncilSession['state'];
export type CouncilMember = CouncilSession['members'][number];
export type AgendaLine = CouncilSession['lines'][number];
export type CouncilToConvene = CouncilsToConvene['councils'][number];
export type WaitingLine = WaitingForSession['lines'][number];
export type PreviewMember = SessionPreview['members'][number];

// --- Programmes

export type {
  Moment,
  ProgrammeDetail,
  ProgrammeDifference,
  ProgrammeLine,
  Programmes,
  SimulatedStage,
  Simulation,
} from './described.types.ts';

// --- People, audit, access

export type { AuditLine, AuditPage, Grant, Grants, Invitation, People } from './described.types.ts';

// --- Operations

export type { OperationsHealth, RemedyRequest, RemedyResults, Stuck } from './described.types.ts';
export type StuckGroup = Stuck['groups'][number];
export type StuckCase = StuckGroup['cases'][number];
export type Remedy = RemedyRequest['remedy'];
export type RemedyTarget = RemedyRequest['target'];
export type RemedyItem = RemedyResults['items'][number];

// --- What lists are asked for; everything may be left out

export type NominationSort = 'newest' | 'oldest' | 'due' | 'nominee';

/** Query of the list and of the export. */
export interface NominationQuery {
  readonly q?: string;
  readonly programme?: string;
  readonly campaign?: string;
  readonly state?: string;
  readonly level?: string;
  readonly stage?: string;
  readonly unit?: string;
  readonly late?: 'true' | 'false';
  readonly held?: 'true' | 'false';
  readonly open?: 'true' | 'false';
  readonly sort?: NominationSort;
  readonly cursor?: string;
  readonly limit?: string;
}

export interface NomineeQuery {
  readonly q?: string;
  readonly programme?: string;
  readonly unit?: string;
  readonly birthYear?: string;
  readonly kind?: string;
  readonly cursor?: string;
}

/** Query of the lists of pairs. */
export interface PairsQuery {
  /** Look-alikes only: those instead of which somebody has said that they are two. */
  readonly different?: 'true' | undefined;
  readonly programme?: string | undefined;
  readonly cursor?: string | undefined;
}

export interface CouncilSessionQuery {
  readonly programme?: string | undefined;
  readonly campaign?: string | undefined;
  readonly cursor?: string | undefined;
}

/** What names a council in a season. */
export interface CouncilNamed {
  readonly programme: string;
  readonly campaign: string;
  readonly council: string;
}
