-- Addresses from when to when, as posts are held; `person.email` stays as the address of now. What is known today has
-- been so since ever, as far as anybody can tell.
CREATE TABLE "address_holding" (
    "programme" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "address_holding_pkey" PRIMARY KEY ("programme","person_id","from")
);
INSERT INTO "address_holding" ("programme", "person_id", "email", "from") SELECT programme, id, email, 'epoch' FROM "person";
