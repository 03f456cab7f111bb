-- Two entries of the registry that look alike, and of which somebody has said that they are two. Nothing is deleted: taking it back is noted.
CREATE TABLE "different_nominees" (
    "id" TEXT NOT NULL,
    "one_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "undone_reason" TEXT,

    CONSTRAINT "different_nominees_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "different_nominees_other_id_idx" ON "different_nominees"("other_id");

-- What Prisma's schema language cannot say: said once of what was seen, until it is taken back.
CREATE UNIQUE INDEX different_nominees_said ON different_nominees (one_id, other_id, seen) WHERE undone_at IS NULL;
ALTER TABLE different_nominees ADD CONSTRAINT different_nominees_in_order CHECK (one_id < other_id);
