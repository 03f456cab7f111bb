-- Conflicts of interest, the public notice and its feedback, deadlines of one seat.

ALTER TABLE "nomination"
    ADD COLUMN "conflicts" JSONB NOT NULL DEFAULT '[]',
    ADD COLUMN "notice_ends_at" TIMESTAMPTZ(3),
    ADD COLUMN "feedback_count" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "task" ADD COLUMN "own_wait" JSONB;

CREATE TABLE "feedback" (
    "id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "writer" TEXT,
    "contact" TEXT,
    "text" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "feedback_nomination_id_number_key" ON "feedback"("nomination_id", "number");
CREATE UNIQUE INDEX "feedback_nomination_id_fingerprint_key" ON "feedback"("nomination_id", "fingerprint");
