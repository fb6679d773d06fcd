CREATE TABLE "own_field" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "name" TEXT NOT NULL DEFAULT '',
    "type" TEXT NOT NULL DEFAULT '', "choices" TEXT NOT NULL DEFAULT '', "secret" INTEGER, "on_file" INTEGER, "place" INTEGER,
    "retired" INTEGER);
CREATE UNIQUE INDEX "own_field_uid" ON "own_field" ("uid");
CREATE UNIQUE INDEX "own_field_name" ON "own_field" ("name");
CREATE TABLE "own_value" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT NULL, "field_id"
    INTEGER NOT NULL, "words" TEXT NOT NULL DEFAULT '', "secret_words" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id")
    REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("field_id") REFERENCES "own_field" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "own_value_uid" ON "own_value" ("uid");
CREATE INDEX "own_value_person_id" ON "own_value" ("person_id");
CREATE INDEX "own_value_field_id" ON "own_value" ("field_id");
CREATE UNIQUE INDEX "own_value_person_id_field_id" ON "own_value" ("person_id", "field_id");
