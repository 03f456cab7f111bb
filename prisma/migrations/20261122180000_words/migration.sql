-- Every transition rewrites every index of its nomination, and an index of words costs more than all others together: what a
-- nomination is found by, which hardly ever changes, gets a row of its own.
CREATE TABLE "nomination_words" (
    "nomination_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    CONSTRAINT "nomination_words_pkey" PRIMARY KEY ("nomination_id")
);
INSERT INTO "nomination_words" ("nomination_id", "words") SELECT id, search_text FROM "nomination";
DROP INDEX nomination_search;
DROP INDEX nomination_by_name;
ALTER TABLE "nomination" DROP COLUMN "search_text";

-- Deeds are compared among the filings of like nominees, which are found by their names.
DROP INDEX nomination_deed_trigrams;

-- What Prisma's schema language cannot say: found by any part of a word, listed by name.
CREATE INDEX nomination_words_search ON nomination_words USING gin (words gin_trgm_ops);
CREATE INDEX nomination_words_by_name ON nomination_words ((left(words, 80)), nomination_id);
