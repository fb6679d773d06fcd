CREATE TABLE "sign_in_head" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "last" INTEGER, "hash" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "sign_in_head_uid" ON "sign_in_head" ("uid");
