-- Mails about sessions and accounts, links that lead elsewhere than to a task, and what a person wishes to get.
ALTER TABLE "mail_ledger" ADD COLUMN "session_id" TEXT,
                          ADD COLUMN "link_id" TEXT,
                          ADD COLUMN "link_hash" TEXT;
ALTER TABLE "person" ADD COLUMN "reminders" TEXT NOT NULL DEFAULT 'each';

-- A known link is found by its hash alone.
CREATE INDEX mail_ledger_link ON mail_ledger (link_hash) WHERE link_hash IS NOT NULL;

-- What was planned before mails could be about anything else.
UPDATE mail_ledger SET content = content || '{"about": "nomination"}' WHERE NOT content ? 'about';
