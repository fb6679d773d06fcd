CREATE TABLE "standard" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "layer" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "grade" TEXT NOT NULL DEFAULT '',
  "nature" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "household" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "begins" TEXT,
  "ends" TEXT,
  "document" TEXT NOT NULL DEFAULT '',
  "source" TEXT NOT NULL DEFAULT '',
  "confirmed" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '', CHECK ("amount" IS NOT NULL AND "amount" > 0));
CREATE UNIQUE INDEX "standard_uid" ON "standard" ("uid");
CREATE INDEX "standard_kind" ON "standard" ("kind");
CREATE TABLE "grant" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "identity_id" INTEGER NOT NULL,
  "begins" TEXT,
  "ends" TEXT,
  "cause" TEXT NOT NULL DEFAULT '',
  "basis" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "grant_uid" ON "grant" ("uid");
CREATE INDEX "grant_person_id" ON "grant" ("person_id");
CREATE UNIQUE INDEX "grant_identity_id" ON "grant" ("identity_id");
CREATE TABLE "grade_change" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "identity_id" INTEGER NOT NULL,
  "approved" TEXT,
  "grade_before" TEXT NOT NULL DEFAULT '',
  "nature_before" TEXT NOT NULL DEFAULT '',
  "grade" TEXT NOT NULL DEFAULT '',
  "nature" TEXT NOT NULL DEFAULT '',
  "basis" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "grade_change_uid" ON "grade_change" ("uid");
CREATE INDEX "grade_change_person_id" ON "grade_change" ("person_id");
CREATE INDEX "grade_change_identity_id" ON "grade_change" ("identity_id");
