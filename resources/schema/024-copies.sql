CREATE TABLE "given_copy" ("id" INTEGER NOT NULL PRIMARY KEY, "number" TEXT NOT NULL DEFAULT '', "at" TEXT NOT NULL DEFAULT '', "user" TEXT NOT NULL DEFAULT '', "title" TEXT NOT NULL DEFAULT '', "way" TEXT NOT NULL DEFAULT '', "written" TEXT NOT NULL DEFAULT '', "people" INTEGER);
CREATE UNIQUE INDEX "given_copy_number" ON "given_copy" ("number");
CREATE INDEX "given_copy_at" ON "given_copy" ("at");
