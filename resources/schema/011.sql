CREATE TABLE "policy_figure" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "matter" TEXT NOT NULL DEFAULT '',
  "what" TEXT NOT NULL DEFAULT '', "value" INTEGER, "unit" TEXT NOT NULL DEFAULT '', "ruling" TEXT NOT NULL DEFAULT '',
  "begins" TEXT, "ends" TEXT, "article" TEXT NOT NULL DEFAULT '', "source" TEXT NOT NULL DEFAULT '',
  "confirmed" INTEGER, "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "policy_figure_uid" ON "policy_figure" ("uid");
CREATE INDEX "policy_figure_matter" ON "policy_figure" ("matter");
