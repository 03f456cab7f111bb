-- Councils in session, and their secret ballot. What must not be joined is kept apart: see docs/ballot.md.

CREATE TABLE "council_session" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "campaign" TEXT NOT NULL,
    "rule_set_version" TEXT NOT NULL,
    "council" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "secretary_id" TEXT,
    "secret" BOOLEAN NOT NULL,
    "absentees" TEXT NOT NULL,
    "meets_at" TIMESTAMPTZ(3) NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_when_all_voted" BOOLEAN NOT NULL,
    "remind_at" TIMESTAMPTZ(3)[],
    "state" TEXT NOT NULL,
    "request" TEXT,
    "request_by" TEXT,
    "request_reason" TEXT,
    "started" BOOLEAN NOT NULL DEFAULT false,
    "public_key" BYTEA,
    "total" INTEGER,
    "eligible" INTEGER,
    "present" INTEGER,
    "quorate" BOOLEAN,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "council_session_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "session_seat" (
    "session_id" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "post" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "chair" BOOLEAN NOT NULL,
    "person_id" TEXT,
    "acting_for_id" TEXT,
    "presence" TEXT NOT NULL DEFAULT 'unknown',
    "presence_by" TEXT,
    "token_hash" TEXT,

    CONSTRAINT "session_seat_pkey" PRIMARY KEY ("session_id","seat")
);

CREATE TABLE "session_line" (
    "session_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "stage_index" INTEGER NOT NULL,
    "ballot" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "because" TEXT,
    "outcome" TEXT,
    "yes" INTEGER,
    "no" INTEGER,
    "abstain" INTEGER,
    "recused" INTEGER,
    "told" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "session_line_pkey" PRIMARY KEY ("session_id","line")
);

CREATE TABLE "session_recusal" (
    "id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "declared_by" TEXT NOT NULL,
    "reason" TEXT,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_by" TEXT,
    "lift_reason" TEXT,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_recusal_pkey" PRIMARY KEY ("id")
);

-- Who has voted: nothing else. A partition for each session, so that it can be written anew and leave no old row behind.
CREATE TABLE "ballot_roll" (
    "session_id" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "nonce_hash" TEXT NOT NULL,

    CONSTRAINT "ballot_roll_pkey" PRIMARY KEY ("session_id","seat")
) PARTITION BY LIST ("session_id");

-- The box: one sealed row for each member and line, all of one size. A partition for each session, dropped at the count.
CREATE TABLE "ballot_box" (
    "session_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "ballot_box_pkey" PRIMARY KEY ("session_id","id")
) PARTITION BY LIST ("session_id");

-- The votes after the count, written at once in random order.
CREATE TABLE "ballot_vote" (
    "session_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "seat" INTEGER,

    CONSTRAINT "ballot_vote_pkey" PRIMARY KEY ("session_id","id")
);

CREATE UNIQUE INDEX "session_seat_token_hash_key" ON "session_seat"("token_hash");
CREATE UNIQUE INDEX "session_line_session_id_nomination_id_key" ON "session_line"("session_id", "nomination_id");
CREATE INDEX "session_line_nomination_id_idx" ON "session_line"("nomination_id");
CREATE INDEX "session_recusal_session_id_idx" ON "session_recusal"("session_id");
CREATE INDEX "council_session_programme_campaign_idx" ON "council_session"("programme", "campaign");

-- What Prisma's schema language cannot say.

-- A nomination is on one running agenda only; a member has one running recusal for a line.
CREATE UNIQUE INDEX session_line_running ON session_line (nomination_id) WHERE state IN ('waiting', 'on-ballot');
CREATE UNIQUE INDEX session_recusal_running ON session_recusal (session_id, seat, nomination_id) WHERE lifted_at IS NULL;
CREATE INDEX session_line_untold ON session_line (session_id) WHERE NOT told;
CREATE INDEX council_session_running ON council_session (id) WHERE state IN ('convened', 'open') OR NOT started;
