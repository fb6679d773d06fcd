CREATE TABLE "death_affair" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT NULL, "cause" TEXT NOT NULL DEFAULT '', "application" INTEGER, "certificate" INTEGER, "kinship" INTEGER, "cards" INTEGER, "closed_on" TEXT, "reason" TEXT NOT NULL DEFAULT '', "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "death_affair_uid" ON "death_affair" ("uid");
CREATE UNIQUE INDEX "death_affair_person_id" ON "death_affair" ("person_id");
CREATE TABLE "heir" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT NULL, "name" TEXT NOT NULL DEFAULT '', "relation" TEXT NOT NULL DEFAULT '', "number" TEXT NOT NULL DEFAULT '', "phone" TEXT NOT NULL DEFAULT '', "address" TEXT NOT NULL DEFAULT '', "share" INTEGER, "waived" INTEGER, "bank" TEXT NOT NULL DEFAULT '', "account" TEXT NOT NULL DEFAULT '', "holder" TEXT NOT NULL DEFAULT '', "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "heir_uid" ON "heir" ("uid");
CREATE INDEX "heir_person_id" ON "heir" ("person_id");
DROP INDEX "pay_line_life_once";
DROP INDEX "pay_line_run_once";
CREATE UNIQUE INDEX "pay_line_run_once" ON "pay_line" ("run_id", "kind", "identity_id", "month") WHERE "kind" NOT IN ('应发', '重发', '一次性');
