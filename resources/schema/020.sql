CREATE TABLE "transfer" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "day" TEXT, "receiver" TEXT NOT NULL DEFAULT '', "people" INTEGER, "pages" INTEGER, "folder_name" TEXT NOT NULL DEFAULT '', "list_hash" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "transfer_uid" ON "transfer" ("uid");
CREATE INDEX "transfer_day" ON "transfer" ("day");
CREATE TABLE "transferred_volume" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "transfer_id" INTEGER NOT NULL, "person_id" INTEGER NOT NULL, "file_name" TEXT NOT NULL DEFAULT '', "file_hash" TEXT NOT NULL DEFAULT '', "pages" INTEGER, "not_converted" INTEGER, FOREIGN KEY ("transfer_id") REFERENCES "transfer" ("id") ON DELETE RESTRICT, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "transferred_volume_uid" ON "transferred_volume" ("uid");
CREATE INDEX "transferred_volume_transfer_id" ON "transferred_volume" ("transfer_id");
CREATE INDEX "transferred_volume_person_id" ON "transferred_volume" ("person_id");
