CREATE TABLE "outsider" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "number" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "street" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "account" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "outsider_uid" ON "outsider" ("uid");
CREATE INDEX "outsider_number" ON "outsider" ("number");
CREATE INDEX "outsider_name" ON "outsider" ("name");
CREATE TABLE "campaign" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "occasion" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "begins" TEXT,
  "ends" TEXT,
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "campaign_uid" ON "campaign" ("uid");
CREATE INDEX "campaign_year" ON "campaign" ("year");
CREATE TABLE "new_visit" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER,
  "outsider_id" INTEGER,
  "campaign_id" INTEGER,
  "unit" TEXT NOT NULL DEFAULT '',
  "day" TEXT,
  "occasion" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "leader" TEXT NOT NULL DEFAULT '',
  "visitors" TEXT NOT NULL DEFAULT '',
  "form" TEXT NOT NULL DEFAULT '',
  "money" INTEGER,
  "gifts" TEXT NOT NULL DEFAULT '',
  "gift_count" INTEGER,
  "gift_value" INTEGER,
  "circumstances" TEXT NOT NULL DEFAULT '',
  "wishes" TEXT NOT NULL DEFAULT '',
  "handling" TEXT NOT NULL DEFAULT '',
  "done" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("outsider_id") REFERENCES "outsider" ("id") ON DELETE RESTRICT, FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE RESTRICT, CHECK ("money" >= 0), CHECK ("gift_value" >= 0), CHECK ("gift_count" >= 0), CHECK (CASE WHEN "person_id" IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN "outsider_id" IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN "unit" <> '' THEN 1 ELSE 0 END = 1));
INSERT INTO "new_visit" ("id", "uid", "person_id", "day", "occasion", "leader", "visitors", "money", "gifts", "gift_value", "circumstances", "wishes", "handling", "done", "notes")
  SELECT "id", "uid", "person_id", "day", "occasion", "leader", "visitors", "money", "gifts", "gift_value", "circumstances", "wishes", "handling", "done", "notes" FROM "visit";
DROP TABLE "visit";
ALTER TABLE "new_visit" RENAME TO "visit";
CREATE UNIQUE INDEX "visit_uid" ON "visit" ("uid");
CREATE INDEX "visit_person_id" ON "visit" ("person_id");
CREATE INDEX "visit_outsider_id" ON "visit" ("outsider_id");
CREATE INDEX "visit_campaign_id" ON "visit" ("campaign_id");
CREATE INDEX "visit_unit" ON "visit" ("unit");
CREATE INDEX "visit_day" ON "visit" ("day");
CREATE TABLE "medical_case" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER,
  "outsider_id" INTEGER,
  "kind" TEXT NOT NULL DEFAULT '',
  "cause" TEXT NOT NULL DEFAULT '',
  "hospital" TEXT NOT NULL DEFAULT '',
  "invoice" TEXT NOT NULL DEFAULT '',
  "day" TEXT,
  "cost" INTEGER,
  "insured" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("outsider_id") REFERENCES "outsider" ("id") ON DELETE RESTRICT, CHECK (("person_id" IS NULL) <> ("outsider_id" IS NULL)), CHECK ("cost" > 0), CHECK ("insured" >= 0));
CREATE UNIQUE INDEX "medical_case_uid" ON "medical_case" ("uid");
CREATE INDEX "medical_case_person_id" ON "medical_case" ("person_id");
CREATE INDEX "medical_case_outsider_id" ON "medical_case" ("outsider_id");
CREATE INDEX "medical_case_day" ON "medical_case" ("day");
CREATE TABLE "new_payment" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER,
  "outsider_id" INTEGER,
  "identity_id" INTEGER,
  "case_id" INTEGER,
  "programme" TEXT NOT NULL DEFAULT '',
  "month" TEXT,
  "item" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "standard" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "paid_on" TEXT,
  "account" TEXT NOT NULL DEFAULT '',
  "fund" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("outsider_id") REFERENCES "outsider" ("id") ON DELETE RESTRICT, FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT, FOREIGN KEY ("case_id") REFERENCES "medical_case" ("id") ON DELETE RESTRICT, CHECK ("amount" IS NOT NULL AND "amount" > 0), CHECK (("person_id" IS NULL) <> ("outsider_id" IS NULL)));
INSERT INTO "new_payment" ("id", "uid", "person_id", "identity_id", "month", "item", "standard", "amount", "paid_on", "account", "fund", "notes")
  SELECT "id", "uid", "person_id", "identity_id", "month", "item", "standard", "amount", "paid_on", "account", "fund", "notes" FROM "payment";
DROP TABLE "payment";
ALTER TABLE "new_payment" RENAME TO "payment";
CREATE UNIQUE INDEX "payment_uid" ON "payment" ("uid");
CREATE INDEX "payment_person_id" ON "payment" ("person_id");
CREATE INDEX "payment_outsider_id" ON "payment" ("outsider_id");
CREATE INDEX "payment_identity_id" ON "payment" ("identity_id");
CREATE INDEX "payment_case_id" ON "payment" ("case_id");
CREATE INDEX "payment_programme" ON "payment" ("programme");
CREATE INDEX "payment_month" ON "payment" ("month");
CREATE TABLE "publicity" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "day" TEXT,
  "form" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "quantity" INTEGER,
  "measure" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '', CHECK ("quantity" > 0));
CREATE UNIQUE INDEX "publicity_uid" ON "publicity" ("uid");
CREATE INDEX "publicity_day" ON "publicity" ("day");
CREATE TABLE "brief" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "day" TEXT,
  "kind" TEXT NOT NULL DEFAULT '',
  "channel" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "title" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "brief_uid" ON "brief" ("uid");
CREATE INDEX "brief_day" ON "brief" ("day");
CREATE TABLE "activity" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "day" TEXT,
  "theme" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "organiser" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "people" INTEGER,
  "units" INTEGER,
  "stations" INTEGER,
  "books" INTEGER,
  "scrolls" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '', CHECK ("people" >= 0), CHECK ("units" >= 0), CHECK ("stations" >= 0), CHECK ("books" >= 0), CHECK ("scrolls" >= 0));
CREATE UNIQUE INDEX "activity_uid" ON "activity" ("uid");
CREATE INDEX "activity_day" ON "activity" ("day");
CREATE TABLE "service" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "day" TEXT,
  "matter" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "result" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "service_uid" ON "service" ("uid");
CREATE INDEX "service_day" ON "service" ("day");
CREATE TABLE "honour" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "year" INTEGER,
  "honour" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "stage" TEXT NOT NULL DEFAULT '',
  "politics" TEXT NOT NULL DEFAULT '',
  "deeds" TEXT NOT NULL DEFAULT '',
  "day" TEXT,
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "honour_uid" ON "honour" ("uid");
CREATE INDEX "honour_year" ON "honour" ("year");
CREATE TABLE "rate" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "year" INTEGER,
  "position" INTEGER,
  "name" TEXT NOT NULL DEFAULT '',
  "source" TEXT NOT NULL DEFAULT '',
  "done" INTEGER,
  "due" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '', CHECK ("done" >= 0), CHECK ("due" >= 0));
CREATE UNIQUE INDEX "rate_uid" ON "rate" ("uid");
CREATE INDEX "rate_year" ON "rate" ("year");
