-- The registry of nominees, what they were awarded and what was taken back, places of capped awards, complaints.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- What two spellings of one name have in common; the same as `foldWords` of libs/domain.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(lower(unaccent('unaccent', normalize(words, NFC))), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- CreateTable
CREATE TABLE "nominee" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "reference" TEXT,
    "kind" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "birth_year" INTEGER,
    "merged_into" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "nominee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nominee_merge" (
    "id" TEXT NOT NULL,
    "nominee_id" TEXT NOT NULL,
    "into_id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "undone_reason" TEXT,

    CONSTRAINT "nominee_merge_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "nomination" ADD COLUMN "nominee_id" TEXT,
                         ADD COLUMN "deed" TEXT NOT NULL DEFAULT '',
                         ADD COLUMN "overrides" JSONB NOT NULL DEFAULT '[]',
                         ADD COLUMN "revivals" INTEGER NOT NULL DEFAULT 0,
                         ADD COLUMN "complaint" JSONB;

-- AlterTable: history has records without nominations; a record that is corrected or taken back is kept.
ALTER TABLE "award_record" ALTER COLUMN "nomination_id" DROP NOT NULL,
                           ADD COLUMN "nominee_id" TEXT,
                           ADD COLUMN "nominee_name" TEXT NOT NULL DEFAULT '',
                           ADD COLUMN "unit" TEXT NOT NULL DEFAULT '',
                           ADD COLUMN "campaign" TEXT,
                           ADD COLUMN "year" INTEGER NOT NULL DEFAULT 0,
                           ADD COLUMN "deed" TEXT NOT NULL DEFAULT '',
                           ADD COLUMN "deed_from" DATE,
                           ADD COLUMN "deed_to" DATE,
                           ADD COLUMN "source" TEXT NOT NULL DEFAULT 'decision',
                           ADD COLUMN "revoked_on" DATE,
                           ADD COLUMN "revoked_at" TIMESTAMPTZ(3),
                           ADD COLUMN "revocation_ground" TEXT,
                           ADD COLUMN "revocation_paper" TEXT,
                           ADD COLUMN "superseded_at" TIMESTAMPTZ(3);

-- AlterTable: a level may decide again once a case is reopened; the earlier line stays.
ALTER TABLE "decision_line" ADD COLUMN "superseded_at" TIMESTAMPTZ(3);
ALTER TABLE "decision_line" DROP CONSTRAINT "decision_line_pkey";
ALTER TABLE "decision_line" ADD CONSTRAINT "decision_line_pkey" PRIMARY KEY ("nomination_id", "level", "act_id");

-- CreateTable
CREATE TABLE "award_slot" (
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "nomination_id" TEXT,
    "level" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_reliance" (
    "nomination_id" TEXT NOT NULL,
    "award_record_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "award_reliance_pkey" PRIMARY KEY ("nomination_id", "award_record_id")
);

-- CreateTable
CREATE TABLE "reexamination" (
    "id" TEXT NOT NULL,
    "revoked_nomination_id" TEXT NOT NULL,
    "award_record_id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,
    "finding" TEXT,

    CONSTRAINT "reexamination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recall" (
    "id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "amount" TEXT,
    "state" TEXT NOT NULL,
    "due_since" TIMESTAMPTZ(3) NOT NULL,
    "recovered_at" TIMESTAMPTZ(3),
    "recovered_by" TEXT,
    "paper" TEXT,

    CONSTRAINT "recall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" TEXT NOT NULL,
    "nomination_id" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "filed_by" TEXT NOT NULL,
    "instance" INTEGER NOT NULL,
    "act_id" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_flag" (
    "nomination_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "likeness" INTEGER NOT NULL,
    "flagged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "duplicate_flag_pkey" PRIMARY KEY ("nomination_id", "kind", "other_id")
);

-- CreateTable
CREATE TABLE "history_import" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "imported_by" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "history_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "nominee_identity_key" ON "nominee"("identity");
CREATE INDEX "nominee_programme_unit_idx" ON "nominee"("programme", "unit");
CREATE INDEX "nominee_birth_year_idx" ON "nominee"("birth_year");
CREATE INDEX "nominee_folded_idx" ON "nominee"("folded");
CREATE INDEX "nominee_merged_into_idx" ON "nominee"("merged_into");
CREATE INDEX "nominee_merge_nominee_id_idx" ON "nominee_merge"("nominee_id");
CREATE INDEX "nomination_nominee_id_idx" ON "nomination"("nominee_id");
CREATE INDEX "award_record_nominee_id_idx" ON "award_record"("nominee_id");
CREATE INDEX "award_slot_nomination_id_idx" ON "award_slot"("nomination_id");
CREATE INDEX "award_reliance_award_record_id_idx" ON "award_reliance"("award_record_id");
CREATE INDEX "reexamination_revoked_nomination_id_idx" ON "reexamination"("revoked_nomination_id");
CREATE INDEX "reexamination_nomination_id_idx" ON "reexamination"("nomination_id");
CREATE INDEX "recall_nomination_id_idx" ON "recall"("nomination_id");
CREATE INDEX "complaint_nomination_id_idx" ON "complaint"("nomination_id");
CREATE UNIQUE INDEX "history_import_programme_sha256_key" ON "history_import"("programme", "sha256");
DROP INDEX "award_record_nomination_id_level_key";
CREATE INDEX "award_record_nomination_id_level_idx" ON "award_record"("nomination_id", "level");

-- What Prisma's schema language cannot say.

-- Names and deeds are searched by likeness.
CREATE INDEX nominee_folded_trigrams ON nominee USING gin (folded gin_trgm_ops);
CREATE INDEX nomination_deed_trigrams ON nomination USING gin (deed gin_trgm_ops);
-- Names are compared where they share the given name, which is the last word, or all that comes before it.
CREATE INDEX nominee_birth_given ON nominee (birth_year, (substring(folded FROM '[^ ]+$')));
CREATE INDEX nominee_birth_family ON nominee (birth_year, (substring(folded FROM '^(.*) [^ ]+$')));
CREATE INDEX nominee_given_name ON nominee (programme, unit, (substring(folded FROM '[^ ]+$')));
CREATE UNIQUE INDEX nominee_reference ON nominee (reference) WHERE reference IS NOT NULL;

-- Two signatures of one moment cannot take the same place; a place given back is free again.
CREATE UNIQUE INDEX award_slot_taken ON award_slot (scope, number) WHERE released_at IS NULL;

-- A level has one decision and one title that hold.
CREATE UNIQUE INDEX decision_line_current ON decision_line (nomination_id, level) WHERE superseded_at IS NULL;
CREATE UNIQUE INDEX award_record_current ON award_record (nomination_id, level) WHERE superseded_at IS NULL AND revoked_at IS NULL;

-- Nominations and titles that were there before the registry was.
INSERT INTO nominee (id, programme, identity, reference, kind, full_name, folded, unit, birth_year)
SELECT DISTINCT ON (n.identity) 'nominee-' || n.id, n.programme, n.identity, n.nominee_reference, n.nominee ->> 'kind', n.nominee ->> 'fullName',
       folded(n.nominee ->> 'fullName'), coalesce(n.nominee ->> 'unit', n.unit), (n.nominee ->> 'birthYear')::int
  FROM (SELECT *, CASE WHEN nominee_reference IS NOT NULL THEN 'ref|' || nominee_reference
                       ELSE concat_ws('|', 'key', programme, nominee ->> 'kind', folded(nominee ->> 'fullName'),
                                      coalesce(nominee ->> 'unit', unit), coalesce(nominee ->> 'birthYear', '')) END AS identity
          FROM nomination) n
 ORDER BY n.identity, n.id;
UPDATE nomination n SET deed = folded(n.achievement ->> 'title'), nominee_id = e.id
  FROM nominee e
 WHERE e.identity = CASE WHEN n.nominee_reference IS NOT NULL THEN 'ref|' || n.nominee_reference
                         ELSE concat_ws('|', 'key', n.programme, n.nominee ->> 'kind', folded(n.nominee ->> 'fullName'),
                                        coalesce(n.nominee ->> 'unit', n.unit), coalesce(n.nominee ->> 'birthYear', '')) END;
UPDATE award_record r SET nominee_id = n.nominee_id, nominee_name = n.nominee ->> 'fullName', unit = n.unit, campaign = n.campaign,
       year = CASE WHEN n.campaign ~ '^\d{4}$' THEN n.campaign::int ELSE extract(year FROM r.signed_on)::int END,
       deed = n.deed, deed_from = (n.achievement ->> 'from')::date, deed_to = (n.achievement ->> 'to')::date
  FROM nomination n WHERE n.id = r.nomination_id;
