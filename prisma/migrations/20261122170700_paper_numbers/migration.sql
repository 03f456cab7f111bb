-- A number names one paper of its issuer in its year, or in all years, as the programme's rules have it.
ALTER TABLE "decision" ADD COLUMN "number_scope" TEXT;

-- Who adds a line to a numbered decision finds it by its id, which is made of programme, issuer, number and date.
DROP INDEX decision_number;
CREATE INDEX "decision_programme_issuer_number_idx" ON "decision"("programme", "issuer", "number");

-- What Prisma's schema language cannot say.

-- Two signatures of one moment cannot give one number to two papers.
CREATE UNIQUE INDEX decision_number_scope ON decision (programme, issuer, number_scope) WHERE number_scope IS NOT NULL;
