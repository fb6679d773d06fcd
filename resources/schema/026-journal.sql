CREATE TABLE "chain_mark" ("id" INTEGER NOT NULL PRIMARY KEY, "since" INTEGER NOT NULL, "proof" TEXT NOT NULL);
CREATE TABLE "use" ("id" INTEGER NOT NULL PRIMARY KEY, "at" TEXT NOT NULL DEFAULT '', "user" TEXT NOT NULL DEFAULT '', "deed" TEXT NOT NULL DEFAULT '', "whose" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "people" INTEGER, "place" TEXT NOT NULL DEFAULT '', "previous" TEXT NOT NULL DEFAULT '', "hash" TEXT NOT NULL DEFAULT '');
CREATE INDEX "use_at" ON "use" ("at");
CREATE INDEX "use_whose" ON "use" ("whose");
CREATE TABLE "head_check" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "seen" TEXT NOT NULL DEFAULT '', "found" TEXT NOT NULL DEFAULT '', "reason" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "head_check_uid" ON "head_check" ("uid");
