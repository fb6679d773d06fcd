CREATE TABLE "cross_table" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "name" TEXT NOT NULL DEFAULT '', "choice" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "cross_table_uid" ON "cross_table" ("uid");
CREATE UNIQUE INDEX "cross_table_name" ON "cross_table" ("name");
