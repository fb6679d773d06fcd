CREATE TABLE "approval" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER,
  "outsider_id" INTEGER,
  "identity_id" INTEGER,
  "matter" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "applied_on" TEXT,
  "accepted_on" TEXT,
  "asked" INTEGER,
  "category" TEXT NOT NULL DEFAULT '',
  "cause" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "decided_on" TEXT,
  "granted" INTEGER,
  "starts" TEXT,
  "refusal" TEXT NOT NULL DEFAULT '',
  "basis" TEXT NOT NULL DEFAULT '',
  "handler" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("outsider_id") REFERENCES "outsider" ("id") ON DELETE RESTRICT, FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT, CHECK (("person_id" IS NULL) <> ("outsider_id" IS NULL)));
CREATE UNIQUE INDEX "approval_uid" ON "approval" ("uid");
CREATE INDEX "approval_person_id" ON "approval" ("person_id");
CREATE INDEX "approval_outsider_id" ON "approval" ("outsider_id");
CREATE INDEX "approval_identity_id" ON "approval" ("identity_id");
CREATE INDEX "approval_matter" ON "approval" ("matter");
CREATE INDEX "approval_accepted_on" ON "approval" ("accepted_on");
CREATE INDEX "approval_state" ON "approval" ("state");
CREATE TABLE "approval_step" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "approval_id" INTEGER NOT NULL,
  "person_id" INTEGER,
  "place" INTEGER,
  "level" TEXT NOT NULL DEFAULT '',
  "limit" INTEGER,
  "received" TEXT,
  "verdict" TEXT NOT NULL DEFAULT '',
  "opinion" TEXT NOT NULL DEFAULT '',
  "signed_by" TEXT NOT NULL DEFAULT '',
  "signed_on" TEXT,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("approval_id") REFERENCES "approval" ("id") ON DELETE RESTRICT, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "approval_step_uid" ON "approval_step" ("uid");
CREATE INDEX "approval_step_approval_id" ON "approval_step" ("approval_id");
CREATE INDEX "approval_step_person_id" ON "approval_step" ("person_id");
CREATE TABLE "public_notice" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "approval_id" INTEGER NOT NULL,
  "person_id" INTEGER,
  "begins" TEXT,
  "days" INTEGER,
  "working" INTEGER,
  "place" TEXT NOT NULL DEFAULT '',
  "contact" TEXT NOT NULL DEFAULT '',
  "withheld" TEXT NOT NULL DEFAULT '',
  "objected" INTEGER,
  "outcome" TEXT NOT NULL DEFAULT '',
  "photo" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("approval_id") REFERENCES "approval" ("id") ON DELETE RESTRICT, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "public_notice_uid" ON "public_notice" ("uid");
CREATE INDEX "public_notice_approval_id" ON "public_notice" ("approval_id");
CREATE INDEX "public_notice_person_id" ON "public_notice" ("person_id");
CREATE TABLE "confirmation" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "year" INTEGER,
  "state" TEXT NOT NULL DEFAULT '',
  "notified_on" TEXT,
  "notified_how" TEXT NOT NULL DEFAULT '',
  "confirmed_on" TEXT,
  "way" TEXT NOT NULL DEFAULT '',
  "handler" TEXT NOT NULL DEFAULT '',
  "photo" TEXT NOT NULL DEFAULT '',
  "stopped_from" TEXT,
  "resumed_from" TEXT,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "confirmation_uid" ON "confirmation" ("uid");
CREATE INDEX "confirmation_person_id" ON "confirmation" ("person_id");
CREATE INDEX "confirmation_year" ON "confirmation" ("year");
CREATE INDEX "confirmation_state" ON "confirmation" ("state");
CREATE UNIQUE INDEX "confirmation_person_id_year" ON "confirmation" ("person_id", "year");
CREATE TABLE "death_match" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "file" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "listed_name" TEXT NOT NULL DEFAULT '',
  "listed_number" TEXT NOT NULL DEFAULT '',
  "listed_day" TEXT,
  "day_of" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "how" TEXT NOT NULL DEFAULT '',
  "doubt" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "died" TEXT,
  "decided_on" TEXT,
  "decided_by" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "months" INTEGER,
  "amount" INTEGER,
  "notified_on" TEXT,
  "recovered" INTEGER,
  "recovered_on" TEXT,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "death_match_uid" ON "death_match" ("uid");
CREATE INDEX "death_match_person_id" ON "death_match" ("person_id");
CREATE INDEX "death_match_how" ON "death_match" ("how");
CREATE INDEX "death_match_state" ON "death_match" ("state");
CREATE TABLE "aid_rule" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "key" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "amount" INTEGER,
  "rate" INTEGER,
  "document" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "aid_rule_uid" ON "aid_rule" ("uid");
CREATE UNIQUE INDEX "aid_rule_key_year" ON "aid_rule" ("key", "year");
CREATE TABLE "budget" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "year" INTEGER,
  "fund" TEXT NOT NULL DEFAULT '',
  "programme" TEXT NOT NULL DEFAULT '',
  "planned" INTEGER,
  "document" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "budget_uid" ON "budget" ("uid");
CREATE INDEX "budget_year" ON "budget" ("year");
CREATE UNIQUE INDEX "budget_year_fund_programme" ON "budget" ("year", "fund", "programme");
CREATE TABLE "one_off" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER,
  "outsider_id" INTEGER,
  "case_id" INTEGER,
  "approval_id" INTEGER,
  "payment_id" INTEGER,
  "item" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "month" TEXT,
  "batch" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "household" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "merit" TEXT NOT NULL DEFAULT '',
  "degree" TEXT NOT NULL DEFAULT '',
  "quantity" INTEGER,
  "amount" INTEGER,
  "reckoned" TEXT NOT NULL DEFAULT '',
  "fund" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "approved_on" TEXT,
  "approved_by" TEXT NOT NULL DEFAULT '',
  "paid_on" TEXT,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("outsider_id") REFERENCES "outsider" ("id") ON DELETE RESTRICT, FOREIGN KEY ("case_id") REFERENCES "medical_case" ("id") ON DELETE RESTRICT, FOREIGN KEY ("approval_id") REFERENCES "approval" ("id") ON DELETE RESTRICT, FOREIGN KEY ("payment_id") REFERENCES "payment" ("id") ON DELETE RESTRICT, CHECK ("amount" IS NOT NULL AND "amount" > 0), CHECK (("person_id" IS NULL) <> ("outsider_id" IS NULL)));
CREATE UNIQUE INDEX "one_off_uid" ON "one_off" ("uid");
CREATE INDEX "one_off_person_id" ON "one_off" ("person_id");
CREATE INDEX "one_off_outsider_id" ON "one_off" ("outsider_id");
CREATE INDEX "one_off_case_id" ON "one_off" ("case_id");
CREATE INDEX "one_off_approval_id" ON "one_off" ("approval_id");
CREATE INDEX "one_off_payment_id" ON "one_off" ("payment_id");
CREATE INDEX "one_off_item" ON "one_off" ("item");
CREATE INDEX "one_off_year" ON "one_off" ("year");
CREATE INDEX "one_off_batch" ON "one_off" ("batch");
CREATE INDEX "one_off_state" ON "one_off" ("state");
CREATE TABLE "exam_card" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "payment_id" INTEGER,
  "year" INTEGER,
  "card" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "hospital" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "issued_on" TEXT,
  "signed_by" TEXT NOT NULL DEFAULT '',
  "used_on" TEXT,
  "returned_on" TEXT,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("payment_id") REFERENCES "payment" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "exam_card_uid" ON "exam_card" ("uid");
CREATE INDEX "exam_card_person_id" ON "exam_card" ("person_id");
CREATE INDEX "exam_card_payment_id" ON "exam_card" ("payment_id");
CREATE INDEX "exam_card_year" ON "exam_card" ("year");
CREATE INDEX "exam_card_state" ON "exam_card" ("state");
CREATE UNIQUE INDEX "exam_card_person_id_year" ON "exam_card" ("person_id", "year");
CREATE TABLE "calendar_day" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "day" TEXT,
  "works" INTEGER,
  "name" TEXT NOT NULL DEFAULT '',
  "source" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "calendar_day_uid" ON "calendar_day" ("uid");
CREATE UNIQUE INDEX "calendar_day_day" ON "calendar_day" ("day");
CREATE TABLE "role" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "account" TEXT NOT NULL DEFAULT '',
  "role" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "role_uid" ON "role" ("uid");
CREATE UNIQUE INDEX "role_account" ON "role" ("account");
