CREATE TABLE "assistive_device" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER, "outsider_id" INTEGER, "day" TEXT, "kind" TEXT NOT NULL DEFAULT '', "specification" TEXT NOT NULL DEFAULT '', "cost" INTEGER, "fund" TEXT NOT NULL DEFAULT '', "maker" TEXT NOT NULL DEFAULT '', "years" INTEGER, "renew_on" TEXT, "given_up" TEXT, "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("outsider_id") REFERENCES "outsider" ("id") ON DELETE RESTRICT, CHECK (("person_id" IS NULL) <> ("outsider_id" IS NULL)), CHECK ("cost" >= 0));
CREATE UNIQUE INDEX "assistive_device_uid" ON "assistive_device" ("uid");
CREATE INDEX "assistive_device_person_id" ON "assistive_device" ("person_id");
CREATE INDEX "assistive_device_outsider_id" ON "assistive_device" ("outsider_id");
CREATE INDEX "assistive_device_day" ON "assistive_device" ("day");
