-- Mails about sessions and accounts, links that lead elsewhere than to a task, and what a person wishes to get.
ALTER TABLE "mail_ledger" ADD COLUMN "session_id" TEXT,
                          ADD COLUMN "link_id" TEXT,
                          ADD COLUMN "link_hash" TEXT;
ALTER TABLE "person" ADD COLUMN "reminders" TEXT NOT NULL DEFAULT 'each';

-- A known link is found by its hash alone.
CREATE INDEX mail_ledger_link ON mail_ledger (link_hash) WHERE link_hash IS NOT NULL;

-- What was planned before mails could be about anything else.
UPDATE mail_ledger SET content = content || '{"about": "nomination"}' WHERE NOT content ? 'about';

-- Somebody says that an answer recorded on their task was not theirs.
CREATE TABLE "objection" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "reason" TEXT,
    "origin" JSONB,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,
    "outcome" TEXT,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "objection_nomination_id_idx" ON "objection"("nomination_id");
CREATE INDEX objection_open ON objection (opened_at) WHERE settled_at IS NULL;

-- One-time codes by mail, and the short pass that entering one gives.
CREATE TABLE "mail_code" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),
    "pass_hash" TEXT,
    "pass_expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_code_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mail_code_programme_person_id_purpose_created_at_idx" ON "mail_code"("programme", "person_id", "purpose", "created_at");
CREATE UNIQUE INDEX "mail_code_pass_hash_key" ON "mail_code"("pass_hash");
