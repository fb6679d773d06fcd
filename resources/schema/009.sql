CREATE TABLE "merged_file" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT NULL,
  "number" TEXT NOT NULL DEFAULT '', "name" TEXT NOT NULL DEFAULT '',
  "file_no" TEXT NOT NULL DEFAULT '', "was" TEXT NOT NULL DEFAULT '', "was_id" INTEGER,
  "identities" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "merged_file_uid" ON "merged_file" ("uid");
CREATE INDEX "merged_file_person_id" ON "merged_file" ("person_id");
CREATE INDEX "merged_file_number" ON "merged_file" ("number");

CREATE TABLE "two_people" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT NULL,
  "other_id" INTEGER NOT NULL, "reason" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("other_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "two_people_uid" ON "two_people" ("uid");
CREATE INDEX "two_people_person_id" ON "two_people" ("person_id");
CREATE INDEX "two_people_other_id" ON "two_people" ("other_id");

CREATE TABLE "name_key" ("person_id" INTEGER NOT NULL PRIMARY KEY, "key" TEXT NOT NULL, "sorts" TEXT NOT NULL,
  "sound" TEXT NOT NULL, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE);
CREATE INDEX "name_key_key" ON "name_key" ("key");
CREATE INDEX "name_key_sound" ON "name_key" ("sound");
