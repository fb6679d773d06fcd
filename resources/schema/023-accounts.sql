CREATE TABLE "officer" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "name" TEXT NOT NULL DEFAULT '', "post" TEXT NOT NULL DEFAULT '', "since" TEXT, "until" TEXT, "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "officer_uid" ON "officer" ("uid");
CREATE TABLE "account_event" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "account" TEXT NOT NULL DEFAULT '', "deed" TEXT NOT NULL DEFAULT '', "officer_id" INTEGER, "by" TEXT NOT NULL DEFAULT '', "keys" TEXT NOT NULL DEFAULT '', "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("officer_id") REFERENCES "officer" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "account_event_uid" ON "account_event" ("uid");
CREATE INDEX "account_event_account" ON "account_event" ("account");
CREATE INDEX "account_event_officer_id" ON "account_event" ("officer_id");
CREATE TABLE "sign_in" ("id" INTEGER NOT NULL PRIMARY KEY, "at" TEXT NOT NULL DEFAULT '', "user" TEXT NOT NULL DEFAULT '', "deed" TEXT NOT NULL DEFAULT '', "pc" TEXT NOT NULL DEFAULT '', "system" TEXT NOT NULL DEFAULT '', "words" TEXT NOT NULL DEFAULT '', "accounts" TEXT NOT NULL DEFAULT '', "keys" TEXT NOT NULL DEFAULT '', "head" TEXT NOT NULL DEFAULT '', "previous" TEXT NOT NULL DEFAULT '', "hash" TEXT NOT NULL DEFAULT '');
