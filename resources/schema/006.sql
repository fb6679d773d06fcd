CREATE TABLE "summary_text" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "kind" TEXT NOT NULL DEFAULT '',
  "text" TEXT NOT NULL DEFAULT '',
  "tell_zero" INTEGER);
CREATE UNIQUE INDEX "summary_text_uid" ON "summary_text" ("uid");
CREATE UNIQUE INDEX "summary_text_kind" ON "summary_text" ("kind");
CREATE TABLE "own_figure" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "conditions" TEXT NOT NULL DEFAULT '',
  "measure" TEXT NOT NULL DEFAULT '',
  "column" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "display" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "own_figure_uid" ON "own_figure" ("uid");
CREATE UNIQUE INDEX "own_figure_name" ON "own_figure" ("name");
