CREATE TABLE "once_claim" ("id" INTEGER NOT NULL PRIMARY KEY, "holder" TEXT NOT NULL, "source" TEXT NOT NULL, "line" INTEGER, "person_id" INTEGER, "outsider_id" INTEGER, "matter" TEXT NOT NULL, "event" TEXT NOT NULL, "part" TEXT NOT NULL, "stage" TEXT NOT NULL, "door" TEXT NOT NULL, "fen" INTEGER NOT NULL, "day" TEXT NOT NULL, "again" INTEGER NOT NULL);
CREATE INDEX "once_claim_holder" ON "once_claim" ("holder");
CREATE UNIQUE INDEX "once_claim_person_once" ON "once_claim" ("person_id", "matter", "event", "part") WHERE "again" = 0;
CREATE UNIQUE INDEX "once_claim_outsider_once" ON "once_claim" ("outsider_id", "matter", "event", "part") WHERE "again" = 0;
