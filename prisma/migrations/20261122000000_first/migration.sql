-- CreateTable
CREATE TABLE "rule_set_version" (
    "programme" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "definition" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_set_version_pkey" PRIMARY KEY ("programme","version")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "campaign" (
    "programme" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "rule_set_version" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("programme","key")
);

-- CreateTable
CREATE TABLE "directory_version" (
    "programme" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "directory_version_pkey" PRIMARY KEY ("programme")
);

-- CreateTable
CREATE TABLE "unit" (
    "programme" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "parent" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "successor" TEXT,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("programme","key")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("programme","id")
);

-- CreateTable
CREATE TABLE "post" (
    "programme" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "superior" TEXT,

    CONSTRAINT "post_pkey" PRIMARY KEY ("programme","key")
);

-- CreateTable
CREATE TABLE "post_holding" (
    "programme" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "post_holding_pkey" PRIMARY KEY ("programme","post","person_id","from")
);

-- CreateTable
CREATE TABLE "substitution" (
    "programme" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "substitution_pkey" PRIMARY KEY ("programme","post","person_id","from")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "grants" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT,
    "payload_hash" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "api_key_id" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "nomination_id" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "lease_owner" TEXT,
    "last_error" TEXT,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "campaign" TEXT NOT NULL,
    "rule_set_version" TEXT NOT NULL,
    "calendar_version" TEXT NOT NULL,
    "submission" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "officer_id" TEXT NOT NULL,
    "award" TEXT NOT NULL,
    "nominee" JSONB NOT NULL,
    "nominee_reference" TEXT,
    "achievement" JSONB NOT NULL,
    "basis" TEXT NOT NULL,
    "documents" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "stage_index" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "audit_hash" TEXT NOT NULL,
    "returns" INTEGER NOT NULL DEFAULT 0,
    "held" BOOLEAN NOT NULL DEFAULT false,
    "holds" JSONB NOT NULL,
    "outcomes" JSONB NOT NULL,
    "wait" JSONB,
    "suspended" JSONB,
    "due_at" TIMESTAMPTZ(3),
    "ineligible_rule" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "outbox_sequence" INTEGER NOT NULL DEFAULT 0,
    "search_text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "post" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "acting_for_id" TEXT,
    "choices" TEXT[],
    "token_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "choice" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "reminders_sent" INTEGER[],
    "escalated_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_act" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "act" (
    "id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "task_id" TEXT,
    "actor" TEXT NOT NULL,
    "choice" TEXT,
    "reason" TEXT,
    "body" JSONB NOT NULL,
    "origin" JSONB,
    "state" TEXT NOT NULL,
    "refusal" TEXT,
    "seq" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "lease_owner" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" TEXT NOT NULL,
    "nominee_reference" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "paper" TEXT,
    "placed_from" TIMESTAMPTZ(3) NOT NULL,
    "lifted_from" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_ledger" (
    "id" TEXT NOT NULL,
    "subject_key" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL,
    "nomination_id" TEXT,
    "task_id" TEXT,
    "message_id" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "send_after" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "lease_owner" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "response" TEXT,
    "last_error" TEXT,

    CONSTRAINT "mail_ledger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_channel" (
    "id" TEXT NOT NULL,
    "up" BOOLEAN NOT NULL,
    "reason" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT,
    "signed_on" DATE NOT NULL,
    "signer_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_line" (
    "nomination_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "award" TEXT,
    "act_id" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_line_pkey" PRIMARY KEY ("nomination_id","level")
);

-- CreateTable
CREATE TABLE "award_record" (
    "id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "award" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "award_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "nomination_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "acting_for" TEXT,
    "reason" TEXT,
    "act_id" TEXT,
    "rule_set_version" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("nomination_id","seq")
);

-- CreateTable
CREATE TABLE "loop_pulse" (
    "loop" TEXT NOT NULL,
    "worker" TEXT NOT NULL,
    "turned_at" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,

    CONSTRAINT "loop_pulse_pkey" PRIMARY KEY ("loop","worker")
);

-- CreateIndex
CREATE INDEX "person_programme_email_idx" ON "person"("programme", "email");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "inbox_event_nomination_id_idx" ON "inbox_event"("nomination_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_event_source_event_id_key" ON "inbox_event"("source", "event_id");

-- CreateIndex
CREATE INDEX "nomination_programme_campaign_state_idx" ON "nomination"("programme", "campaign", "state");

-- CreateIndex
CREATE INDEX "nomination_nominee_reference_idx" ON "nomination"("nominee_reference");

-- CreateIndex
CREATE INDEX "nomination_unit_idx" ON "nomination"("unit");

-- CreateIndex
CREATE INDEX "nomination_state_due_at_idx" ON "nomination"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "task_token_hash_key" ON "task"("token_hash");

-- CreateIndex
CREATE INDEX "task_nomination_id_idx" ON "task"("nomination_id");

-- CreateIndex
CREATE INDEX "task_person_id_state_idx" ON "task"("person_id", "state");

-- CreateIndex
CREATE INDEX "act_nomination_id_idx" ON "act"("nomination_id");

-- CreateIndex
CREATE INDEX "hold_nominee_reference_idx" ON "hold"("nominee_reference");

-- CreateIndex
CREATE UNIQUE INDEX "mail_ledger_message_id_key" ON "mail_ledger"("message_id");

-- CreateIndex
CREATE INDEX "mail_ledger_nomination_id_idx" ON "mail_ledger"("nomination_id");

-- CreateIndex
CREATE INDEX "mail_ledger_task_id_idx" ON "mail_ledger"("task_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_ledger_subject_key_person_id_kind_occurrence_key" ON "mail_ledger"("subject_key", "person_id", "kind", "occurrence");

-- CreateIndex
CREATE INDEX "decision_line_decision_id_idx" ON "decision_line"("decision_id");

-- CreateIndex
CREATE INDEX "award_record_award_signed_on_idx" ON "award_record"("award", "signed_on");

-- CreateIndex
CREATE UNIQUE INDEX "award_record_nomination_id_level_key" ON "award_record"("nomination_id", "level");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_nomination_id_sequence_key" ON "outbox_event"("nomination_id", "sequence");

-- What Prisma's schema language cannot say.

-- Relays look only at what is left to do.
CREATE INDEX inbox_event_pending ON inbox_event (received_at) WHERE state = 'pending';
CREATE INDEX act_pending ON act (created_at) WHERE state = 'pending';
CREATE INDEX mail_ledger_unsent ON mail_ledger (send_after) WHERE state IN ('planned', 'sending', 'unknown');
CREATE INDEX act_untold ON act (lease_until) WHERE state = 'recorded' AND lease_until IS NOT NULL;
CREATE INDEX mail_ledger_leased ON mail_ledger (lease_until) WHERE state = 'sending';
CREATE INDEX outbox_event_unpublished ON outbox_event (recorded_at) WHERE published_at IS NULL;
CREATE INDEX nomination_open_reference ON nomination (nominee_reference) WHERE ended_at IS NULL;
CREATE INDEX nomination_open_campaign ON nomination (programme, campaign) WHERE ended_at IS NULL;
CREATE INDEX task_open ON task (nomination_id) WHERE state = 'open';

-- A press repeated is one act, unless the first was refused.
CREATE UNIQUE INDEX act_once ON act (task_id, actor, kind, choice) NULLS NOT DISTINCT
  WHERE task_id IS NOT NULL AND state <> 'refused';

-- A numbered decision is one row, whoever adds a line to it.
CREATE UNIQUE INDEX decision_number ON decision (programme, issuer, number, signed_on) WHERE number IS NOT NULL;

-- The audit chain is append-only, also for the owner of the tables.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
