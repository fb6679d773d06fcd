CREATE TABLE "pay_notice" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "line_id" INTEGER NOT NULL,
  "run_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "day" TEXT,
  "source" TEXT NOT NULL DEFAULT '',
  "decided" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("line_id") REFERENCES "pay_line" ("id") ON DELETE RESTRICT, FOREIGN KEY ("run_id") REFERENCES "pay_run" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "pay_notice_uid" ON "pay_notice" ("uid");
CREATE INDEX "pay_notice_line_id" ON "pay_notice" ("line_id");
CREATE INDEX "pay_notice_run_id" ON "pay_notice" ("run_id");
