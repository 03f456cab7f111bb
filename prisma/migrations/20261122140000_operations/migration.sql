-- What the classifier saw last, one row; groups and cases of that look.
CREATE TABLE "stuck_snapshot" (
    "id" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "sees" JSONB NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "stuck_snapshot_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "stuck_group" (
    "group_key" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "owner" TEXT NOT NULL,
    "cause" JSONB NOT NULL,
    "evidence" TEXT NOT NULL,
    "remedies" TEXT[],

    CONSTRAINT "stuck_group_pkey" PRIMARY KEY ("group_key")
);

CREATE TABLE "stuck_case" (
    "group_key" TEXT NOT NULL,
    "case_key" TEXT NOT NULL,
    "nomination_id" TEXT,
    "event_id" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stuck_case_pkey" PRIMARY KEY ("group_key","case_key")
);

-- What the reconciler found to differ between the tables and the server's own list.
CREATE TABLE "reconciled_difference" (
    "nomination_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reconciled_difference_pkey" PRIMARY KEY ("nomination_id")
);

-- Groups that somebody has been told of; open until the all-clear.
CREATE TABLE "incident" (
    "id" TEXT NOT NULL,
    "group_key" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "cause" JSONB NOT NULL,
    "count" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),
    "opening_posted" BOOLEAN NOT NULL DEFAULT false,
    "clearing_posted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- A remedy on many; its items are done one by one, each once.
CREATE TABLE "operator_job" (
    "id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "operator_job_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "operator_job_item" (
    "job_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nomination_id" TEXT,
    "event_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "results" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "operator_job_item_pkey" PRIMARY KEY ("job_id","position")
);

-- What operators did that is no act of a nomination, and to what; append-only.
CREATE TABLE "operator_log" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "remedy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "nomination_id" TEXT,
    "event_id" TEXT,
    "facts" JSONB NOT NULL,

    CONSTRAINT "operator_log_pkey" PRIMARY KEY ("id")
);

-- A rehearsal nomination through the whole path, to see that the path is open.
CREATE TABLE "canary_run" (
    "nomination_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "canary_run_pkey" PRIMARY KEY ("nomination_id")
);

CREATE UNIQUE INDEX "operator_job_key_id_idempotency_key_key" ON "operator_job"("key_id", "idempotency_key");
CREATE INDEX "operator_log_nomination_id_idx" ON "operator_log"("nomination_id");
CREATE INDEX "canary_run_started_at_idx" ON "canary_run"("started_at");

CREATE UNIQUE INDEX incident_open ON incident (group_key) WHERE cleared_at IS NULL;
CREATE INDEX incident_untold ON incident (opened_at) WHERE NOT opening_posted OR (cleared_at IS NOT NULL AND NOT clearing_posted);
CREATE INDEX operator_job_item_pending ON operator_job_item (job_id, position) WHERE state = 'pending';

CREATE TRIGGER operator_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON operator_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The instant of the step that a nomination's engine takes next by itself: the first reminder not yet sent, the escalation
-- unless done, or the closing. Null while its clock is paused. The same rule as `nextWake` of libs/domain.
CREATE FUNCTION next_step_at(wait jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT least(
    (wait -> 'plan' ->> 'closesAt')::bigint,
    CASE WHEN NOT (wait ->> 'escalated')::boolean THEN (wait -> 'plan' ->> 'escalateAt')::bigint END,
    (SELECT min((reminder ->> 'at')::bigint) FROM jsonb_array_elements(wait -> 'plan' -> 'reminders') reminder
      WHERE NOT wait -> 'remindersDone' @> (reminder -> 'occurrence')))
$$;

-- What the classifier looks for, so that a look costs what is stuck and not what is open.
CREATE INDEX nomination_next_step ON nomination (next_step_at(wait)) WHERE ended_at IS NULL AND NOT held;
CREATE INDEX nomination_unmoved ON nomination (updated_at) WHERE ended_at IS NULL AND state IN ('SUBMITTED', 'DECIDED');
CREATE INDEX task_own_next_step ON task (next_step_at(own_wait)) WHERE state = 'open' AND own_wait IS NOT NULL;
CREATE INDEX task_open_due ON task (due_at) WHERE state = 'open';
CREATE INDEX mail_ledger_undelivered ON mail_ledger (planned_at) WHERE state IN ('failed', 'bounced');
CREATE INDEX inbox_event_dead ON inbox_event (received_at) WHERE state = 'dead';
