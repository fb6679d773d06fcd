CREATE TABLE "unit" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "station" TEXT NOT NULL DEFAULT '',
  "contact" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "strength" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "unit_uid" ON "unit" ("uid");
CREATE UNIQUE INDEX "unit_name" ON "unit" ("name");
CREATE TABLE "scope" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "campaign_id" INTEGER NOT NULL,
  "number" INTEGER,
  "sentence" TEXT NOT NULL DEFAULT '',
  "facts" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "money" INTEGER,
  "gifts" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE CASCADE,
  CHECK ("money" IS NULL OR "money" >= 0));
CREATE UNIQUE INDEX "scope_uid" ON "scope" ("uid");
CREATE INDEX "scope_campaign_id" ON "scope" ("campaign_id");
CREATE TABLE "team" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "campaign_id" INTEGER NOT NULL,
  "number" INTEGER,
  "name" TEXT NOT NULL DEFAULT '',
  "leader" TEXT NOT NULL DEFAULT '',
  "members" TEXT NOT NULL DEFAULT '',
  "areas" TEXT NOT NULL DEFAULT '',
  "begins" TEXT,
  "ends" TEXT,
  "phone" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE CASCADE);
CREATE UNIQUE INDEX "team_uid" ON "team" ("uid");
CREATE INDEX "team_campaign_id" ON "team" ("campaign_id");
CREATE TABLE "planned_visit" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "campaign_id" INTEGER NOT NULL,
  "scope_id" INTEGER,
  "person_id" INTEGER,
  "outsider_id" INTEGER,
  "unit_id" INTEGER,
  "team_id" INTEGER,
  "position" INTEGER,
  "day" TEXT,
  "category" TEXT NOT NULL DEFAULT '',
  "money" INTEGER,
  "gifts" TEXT NOT NULL DEFAULT '',
  "outcome" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("scope_id") REFERENCES "scope" ("id") ON DELETE SET NULL,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("outsider_id") REFERENCES "outsider" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE SET NULL,
  CHECK ("money" IS NULL OR "money" >= 0));
CREATE UNIQUE INDEX "planned_visit_uid" ON "planned_visit" ("uid");
CREATE INDEX "planned_visit_campaign_id" ON "planned_visit" ("campaign_id");
CREATE INDEX "planned_visit_scope_id" ON "planned_visit" ("scope_id");
CREATE INDEX "planned_visit_person_id" ON "planned_visit" ("person_id");
CREATE INDEX "planned_visit_outsider_id" ON "planned_visit" ("outsider_id");
CREATE INDEX "planned_visit_unit_id" ON "planned_visit" ("unit_id");
CREATE INDEX "planned_visit_team_id" ON "planned_visit" ("team_id");
CREATE UNIQUE INDEX "planned_visit_campaign_id_person_id" ON "planned_visit" ("campaign_id", "person_id");
CREATE UNIQUE INDEX "planned_visit_campaign_id_outsider_id" ON "planned_visit" ("campaign_id", "outsider_id");
CREATE UNIQUE INDEX "planned_visit_campaign_id_unit_id" ON "planned_visit" ("campaign_id", "unit_id");
CREATE TABLE "gift" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "measure" TEXT NOT NULL DEFAULT '',
  "price" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '',
  CHECK ("price" IS NULL OR "price" >= 0));
CREATE UNIQUE INDEX "gift_uid" ON "gift" ("uid");
CREATE UNIQUE INDEX "gift_name" ON "gift" ("name");
CREATE TABLE "stock" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "gift_id" INTEGER NOT NULL,
  "day" TEXT,
  "way" TEXT NOT NULL DEFAULT '',
  "count" INTEGER,
  "price" INTEGER,
  "campaign_id" INTEGER,
  "visit_id" INTEGER,
  "reason" TEXT NOT NULL DEFAULT '',
  "handler" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("gift_id") REFERENCES "gift" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("campaign_id") REFERENCES "campaign" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE CASCADE,
  CHECK ("count" IS NOT NULL AND "count" > 0),
  CHECK ("way" IN ('入库', '出库')));
CREATE UNIQUE INDEX "stock_uid" ON "stock" ("uid");
CREATE INDEX "stock_gift_id" ON "stock" ("gift_id");
CREATE INDEX "stock_day" ON "stock" ("day");
CREATE INDEX "stock_campaign_id" ON "stock" ("campaign_id");
CREATE INDEX "stock_visit_id" ON "stock" ("visit_id");
CREATE TABLE "wish_step" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "visit_id" INTEGER NOT NULL,
  "person_id" INTEGER,
  "day" TEXT,
  "unit" TEXT NOT NULL DEFAULT '',
  "handler" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "due" TEXT,
  "closes" INTEGER,
  FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "wish_step_uid" ON "wish_step" ("uid");
CREATE INDEX "wish_step_visit_id" ON "wish_step" ("visit_id");
CREATE INDEX "wish_step_person_id" ON "wish_step" ("person_id");
CREATE INDEX "wish_step_day" ON "wish_step" ("day");
CREATE TABLE "attachment" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "owner_table" TEXT NOT NULL DEFAULT '',
  "owner" TEXT NOT NULL DEFAULT '',
  "person_id" INTEGER,
  "position" INTEGER,
  "title" TEXT NOT NULL DEFAULT '',
  "sha256" TEXT NOT NULL DEFAULT '',
  "media" TEXT NOT NULL DEFAULT '',
  "pages" INTEGER,
  "file_name" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "attachment_uid" ON "attachment" ("uid");
CREATE INDEX "attachment_owner" ON "attachment" ("owner");
CREATE INDEX "attachment_person_id" ON "attachment" ("person_id");
CREATE TABLE "honour_step" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "honour_id" INTEGER NOT NULL,
  "day" TEXT,
  "stage" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "opinion" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("honour_id") REFERENCES "honour" ("id") ON DELETE CASCADE);
CREATE UNIQUE INDEX "honour_step_uid" ON "honour_step" ("uid");
CREATE INDEX "honour_step_honour_id" ON "honour_step" ("honour_id");
CREATE INDEX "honour_step_day" ON "honour_step" ("day");
CREATE TABLE "good_news" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "received" TEXT,
  "soldier" TEXT NOT NULL DEFAULT '',
  "merit" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "family" TEXT NOT NULL DEFAULT '',
  "relation" TEXT NOT NULL DEFAULT '',
  "street" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "delivered" TEXT,
  "bringers" TEXT NOT NULL DEFAULT '',
  "money" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '',
  CHECK ("money" IS NULL OR "money" >= 0));
CREATE UNIQUE INDEX "good_news_uid" ON "good_news" ("uid");
CREATE INDEX "good_news_received" ON "good_news" ("received");
CREATE TABLE "memorial" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "kind" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "street" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "built" TEXT,
  "keeper" TEXT NOT NULL DEFAULT '',
  "responsible" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "condition" TEXT NOT NULL DEFAULT '',
  "checked" TEXT,
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "memorial_uid" ON "memorial" ("uid");
CREATE TABLE "patrol" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "memorial_id" INTEGER NOT NULL,
  "day" TEXT,
  "patroller" TEXT NOT NULL DEFAULT '',
  "finding" TEXT NOT NULL DEFAULT '',
  "measure" TEXT NOT NULL DEFAULT '',
  "done" INTEGER,
  FOREIGN KEY ("memorial_id") REFERENCES "memorial" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "patrol_uid" ON "patrol" ("uid");
CREATE INDEX "patrol_memorial_id" ON "patrol" ("memorial_id");
CREATE INDEX "patrol_day" ON "patrol" ("day");
CREATE TABLE "leading_group" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "level" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "leader" TEXT NOT NULL DEFAULT '',
  "deputies" TEXT NOT NULL DEFAULT '',
  "members" TEXT NOT NULL DEFAULT '',
  "office" TEXT NOT NULL DEFAULT '',
  "document" TEXT NOT NULL DEFAULT '',
  "since" TEXT,
  "until" TEXT,
  "reason" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "leading_group_uid" ON "leading_group" ("uid");
CREATE INDEX "leading_group_since" ON "leading_group" ("since");
CREATE TABLE "task" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "year" INTEGER,
  "number" INTEGER,
  "unit" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "due" TEXT,
  "progress" TEXT NOT NULL DEFAULT '',
  "done" INTEGER,
  "full" TEXT NOT NULL DEFAULT '',
  "score" TEXT NOT NULL DEFAULT '',
  "evidence" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "task_uid" ON "task" ("uid");
CREATE INDEX "task_year" ON "task" ("year");
CREATE TABLE "assessment_item" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "year" INTEGER,
  "number" INTEGER,
  "project" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "full" TEXT NOT NULL DEFAULT '',
  "rule" TEXT NOT NULL DEFAULT '',
  "score" TEXT NOT NULL DEFAULT '',
  "unit" TEXT NOT NULL DEFAULT '',
  "evidence" TEXT NOT NULL DEFAULT '',
  "source" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "assessment_item_uid" ON "assessment_item" ("uid");
CREATE INDEX "assessment_item_year" ON "assessment_item" ("year");
CREATE TABLE "spending" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "year" INTEGER,
  "item" TEXT NOT NULL DEFAULT '',
  "source" TEXT NOT NULL DEFAULT '',
  "planned" INTEGER,
  "allotted" INTEGER,
  "day" TEXT,
  "document" TEXT NOT NULL DEFAULT '',
  "voucher" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '',
  CHECK ("planned" IS NULL OR "planned" >= 0),
  CHECK ("allotted" IS NULL OR "allotted" >= 0));
CREATE UNIQUE INDEX "spending_uid" ON "spending" ("uid");
CREATE INDEX "spending_year" ON "spending" ("year");
