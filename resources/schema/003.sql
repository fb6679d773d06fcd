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
CREATE TABLE "pay_run" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "number" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "fund" TEXT NOT NULL DEFAULT '',
  "first" TEXT,
  "last" TEXT,
  "state" TEXT NOT NULL DEFAULT '',
  "parent_id" INTEGER,
  "drawn_by" TEXT NOT NULL DEFAULT '',
  "checked_by" TEXT NOT NULL DEFAULT '',
  "approved_by" TEXT NOT NULL DEFAULT '',
  "paid_on" TEXT,
  "people" INTEGER,
  "total" INTEGER,
  "hash" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("parent_id") REFERENCES "pay_run" ("id") ON DELETE RESTRICT, CHECK ("state" IN ('编制', '复核', '审批', '发放', '回盘', '结清')), CHECK ("first" <= "last"));
CREATE UNIQUE INDEX "pay_run_uid" ON "pay_run" ("uid");
CREATE UNIQUE INDEX "pay_run_number" ON "pay_run" ("number");
CREATE INDEX "pay_run_first" ON "pay_run" ("first");
CREATE INDEX "pay_run_state" ON "pay_run" ("state");
CREATE INDEX "pay_run_parent_id" ON "pay_run" ("parent_id");
CREATE TABLE "pay_outcome" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "line_id" INTEGER NOT NULL,
  "run_id" INTEGER NOT NULL,
  "failed" TEXT NOT NULL DEFAULT '',
  "day" TEXT,
  "payment_id" INTEGER,
  "source" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("line_id") REFERENCES "pay_line" ("id") ON DELETE RESTRICT, FOREIGN KEY ("run_id") REFERENCES "pay_run" ("id") ON DELETE RESTRICT, FOREIGN KEY ("payment_id") REFERENCES "payment" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "pay_outcome_uid" ON "pay_outcome" ("uid");
CREATE UNIQUE INDEX "pay_outcome_line_id" ON "pay_outcome" ("line_id");
CREATE INDEX "pay_outcome_run_id" ON "pay_outcome" ("run_id");
CREATE INDEX "pay_outcome_payment_id" ON "pay_outcome" ("payment_id");
CREATE TABLE "bank_template" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "format" TEXT NOT NULL DEFAULT '',
  "encoding" TEXT NOT NULL DEFAULT '',
  "separator" TEXT NOT NULL DEFAULT '',
  "heading" INTEGER,
  "columns" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "bank_template_uid" ON "bank_template" ("uid");
CREATE UNIQUE INDEX "bank_template_name" ON "bank_template" ("name");
CREATE TABLE "pay_line" ("id" INTEGER NOT NULL PRIMARY KEY,
  "run_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "kind" TEXT NOT NULL DEFAULT '',
  "person_id" INTEGER NOT NULL,
  "identity_id" INTEGER NOT NULL,
  "month" TEXT,
  "amount" INTEGER,
  "provincial" INTEGER,
  "local" INTEGER,
  "item" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "standard" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "bank" TEXT NOT NULL DEFAULT '',
  "account" TEXT NOT NULL DEFAULT '',
  "holder" TEXT NOT NULL DEFAULT '',
  "street" TEXT NOT NULL DEFAULT '',
  "change" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "retry" INTEGER, FOREIGN KEY ("run_id") REFERENCES "pay_run" ("id") ON DELETE CASCADE, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT, CHECK ("kind" IN ('应发', '补发', '扣回', '追缴', '重发', '一次性', '停发', '未算')));
CREATE INDEX "pay_line_run_id" ON "pay_line" ("run_id");
CREATE INDEX "pay_line_person_id" ON "pay_line" ("person_id");
CREATE UNIQUE INDEX "pay_line_month_once" ON "pay_line" ("identity_id", "month") WHERE "kind" = '应发';
CREATE UNIQUE INDEX "pay_line_life_once" ON "pay_line" ("identity_id") WHERE "kind" = '一次性';
CREATE UNIQUE INDEX "pay_line_retry_once" ON "pay_line" ("retry") WHERE ("retry" IS NOT NULL);
CREATE UNIQUE INDEX "pay_line_run_once" ON "pay_line" ("run_id", "kind", "identity_id", "month") WHERE "kind" NOT IN ('应发', '重发');
