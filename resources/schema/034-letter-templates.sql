CREATE TABLE "letter_template" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "letter" TEXT NOT NULL DEFAULT '', "file_name" TEXT NOT NULL DEFAULT '', "content" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "letter_template_uid" ON "letter_template" ("uid");
CREATE UNIQUE INDEX "letter_template_letter" ON "letter_template" ("letter");
