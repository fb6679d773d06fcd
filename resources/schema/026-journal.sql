CREATE TABLE "chain_mark" ("id" INTEGER NOT NULL PRIMARY KEY, "since" INTEGER NOT NULL, "proof" TEXT NOT NULL);
CREATE TABLE "head_check" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "seen" TEXT NOT NULL DEFAULT '', "found" TEXT NOT NULL DEFAULT '', "reason" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "head_check_uid" ON "head_check" ("uid");
