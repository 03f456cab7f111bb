-- What was seen of something stuck, in both languages. `evidence` stays, in English, for workers that do not know the column.
ALTER TABLE "stuck_group" ADD COLUMN "evidence_in" JSONB;
