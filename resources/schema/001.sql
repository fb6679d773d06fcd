CREATE TABLE "entry" ("number" INTEGER NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL,
  "user" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "undoes" INTEGER,
  "previous" TEXT NOT NULL,
  "hash" TEXT NOT NULL);
CREATE TABLE "change" ("id" INTEGER NOT NULL PRIMARY KEY,
  "entry" INTEGER NOT NULL,
  "tbl" TEXT NOT NULL,
  "uid" TEXT NOT NULL,
  "person" TEXT,
  "before" TEXT,
  "after" TEXT);
CREATE INDEX "change_entry" ON "change" ("entry");
CREATE INDEX "change_uid" ON "change" ("uid");
CREATE INDEX "change_person" ON "change" ("person");
CREATE TABLE "person" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "number" TEXT NOT NULL DEFAULT '',
  "number_found" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "former_names" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "born" TEXT,
  "ethnic" TEXT NOT NULL DEFAULT '',
  "head_relation" TEXT NOT NULL DEFAULT '',
  "household" TEXT NOT NULL DEFAULT '',
  "household_area" TEXT NOT NULL DEFAULT '',
  "household_address" TEXT NOT NULL DEFAULT '',
  "residence_area" TEXT NOT NULL DEFAULT '',
  "residence" TEXT NOT NULL DEFAULT '',
  "street" TEXT NOT NULL DEFAULT '',
  "community" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "other_phone" TEXT NOT NULL DEFAULT '',
  "postcode" TEXT NOT NULL DEFAULT '',
  "insurance" TEXT NOT NULL DEFAULT '',
  "insurance_no" TEXT NOT NULL DEFAULT '',
  "pension" TEXT NOT NULL DEFAULT '',
  "pension_no" TEXT NOT NULL DEFAULT '',
  "marital" TEXT NOT NULL DEFAULT '',
  "education" TEXT NOT NULL DEFAULT '',
  "health" TEXT NOT NULL DEFAULT '',
  "politics" TEXT NOT NULL DEFAULT '',
  "employment" TEXT NOT NULL DEFAULT '',
  "income" INTEGER,
  "employer" TEXT NOT NULL DEFAULT '',
  "employer_nature" TEXT NOT NULL DEFAULT '',
  "employer_phone" TEXT NOT NULL DEFAULT '',
  "employer_address" TEXT NOT NULL DEFAULT '',
  "owns_house" INTEGER,
  "house_ownership" TEXT NOT NULL DEFAULT '',
  "house_state" TEXT NOT NULL DEFAULT '',
  "house_type" TEXT NOT NULL DEFAULT '',
  "house_structure" TEXT NOT NULL DEFAULT '',
  "rooms" INTEGER,
  "house_built" TEXT,
  "family_size" INTEGER,
  "floor_area" TEXT NOT NULL DEFAULT '',
  "area_each" TEXT NOT NULL DEFAULT '',
  "alone" INTEGER,
  "orphan" INTEGER,
  "mental" INTEGER,
  "labour" TEXT NOT NULL DEFAULT '',
  "selfcare" TEXT NOT NULL DEFAULT '',
  "support" TEXT NOT NULL DEFAULT '',
  "living" TEXT NOT NULL DEFAULT '',
  "body" TEXT NOT NULL DEFAULT '',
  "economy" TEXT NOT NULL DEFAULT '',
  "at_school" INTEGER,
  "disabled" INTEGER,
  "low_income" INTEGER,
  "five_guarantees" INTEGER,
  "veteran_card" TEXT NOT NULL DEFAULT '',
  "photo" TEXT NOT NULL DEFAULT '',
  "died" TEXT,
  "file_no" TEXT NOT NULL DEFAULT '',
  "volume" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "person_uid" ON "person" ("uid");
CREATE UNIQUE INDEX "person_number" ON "person" ("number");
CREATE INDEX "person_name" ON "person" ("name");
CREATE INDEX "person_street" ON "person" ("street");
CREATE INDEX "person_file_no" ON "person" ("file_no");
CREATE TABLE "family_member" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "relation" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "born" TEXT,
  "number" TEXT NOT NULL DEFAULT '',
  "employer" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "family_member_uid" ON "family_member" ("uid");
CREATE INDEX "family_member_person_id" ON "family_member" ("person_id");
CREATE TABLE "remark" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "label" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "remark_uid" ON "remark" ("uid");
CREATE INDEX "remark_person_id" ON "remark" ("person_id");
CREATE TABLE "identity" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL DEFAULT '',
  "category" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "certificate" TEXT NOT NULL DEFAULT '',
  "expires" TEXT,
  "approved" TEXT,
  "paid_to" TEXT,
  "grade" TEXT NOT NULL DEFAULT '',
  "nature" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "standing" TEXT NOT NULL DEFAULT '',
  "joined" TEXT,
  "left" TEXT,
  "retired" TEXT,
  "unit" TEXT NOT NULL DEFAULT '',
  "unit_name" TEXT NOT NULL DEFAULT '',
  "post" TEXT NOT NULL DEFAULT '',
  "discharge_no" TEXT NOT NULL DEFAULT '',
  "korea" INTEGER,
  "disabled_on" TEXT,
  "disabled_unit" TEXT NOT NULL DEFAULT '',
  "disabled_place" TEXT NOT NULL DEFAULT '',
  "disability" TEXT NOT NULL DEFAULT '',
  "disabled_cause" TEXT NOT NULL DEFAULT '',
  "fought" INTEGER,
  "tested" INTEGER,
  "battle" TEXT NOT NULL DEFAULT '',
  "test" TEXT NOT NULL DEFAULT '',
  "checkup" TEXT NOT NULL DEFAULT '',
  "checked_on" TEXT,
  "checked_before" TEXT,
  "disabled_children" INTEGER,
  "proof" TEXT NOT NULL DEFAULT '',
  "illness" TEXT NOT NULL DEFAULT '',
  "service_from" TEXT,
  "service_to" TEXT,
  "service_years" INTEGER,
  "under18" INTEGER,
  "over60" INTEGER,
  "relation" TEXT NOT NULL DEFAULT '',
  "holder" INTEGER,
  "pensioned_before" INTEGER,
  "fallen_certificate" TEXT NOT NULL DEFAULT '',
  "fallen_name" TEXT NOT NULL DEFAULT '',
  "fallen_sex" TEXT NOT NULL DEFAULT '',
  "fallen_born" TEXT,
  "fallen_joined" TEXT,
  "fallen_unit" TEXT NOT NULL DEFAULT '',
  "fallen_post" TEXT NOT NULL DEFAULT '',
  "fallen_on" TEXT,
  "fallen_place" TEXT NOT NULL DEFAULT '',
  "fallen_approved" TEXT,
  "fallen_cause" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "identity_uid" ON "identity" ("uid");
CREATE INDEX "identity_person_id" ON "identity" ("person_id");
CREATE INDEX "identity_kind" ON "identity" ("kind");
CREATE INDEX "identity_certificate" ON "identity" ("certificate");
CREATE TABLE "identity_state" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "identity_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "state" TEXT NOT NULL DEFAULT '',
  "since" TEXT,
  "paid_to" TEXT,
  "died_on" TEXT,
  "place" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "identity_state_uid" ON "identity_state" ("uid");
CREATE INDEX "identity_state_identity_id" ON "identity_state" ("identity_id");
CREATE INDEX "identity_state_person_id" ON "identity_state" ("person_id");
CREATE TABLE "bank_account" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "identity_id" INTEGER,
  "bank" TEXT NOT NULL DEFAULT '',
  "holder" TEXT NOT NULL DEFAULT '',
  "account" TEXT NOT NULL DEFAULT '',
  "since" TEXT,
  "until" TEXT, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "bank_account_uid" ON "bank_account" ("uid");
CREATE INDEX "bank_account_person_id" ON "bank_account" ("person_id");
CREATE INDEX "bank_account_identity_id" ON "bank_account" ("identity_id");
CREATE INDEX "bank_account_account" ON "bank_account" ("account");
CREATE TABLE "catalogue_line" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "number" INTEGER,
  "title" TEXT NOT NULL DEFAULT '',
  "author" TEXT NOT NULL DEFAULT '',
  "applies" TEXT NOT NULL DEFAULT '',
  "required" INTEGER);
CREATE UNIQUE INDEX "catalogue_line_uid" ON "catalogue_line" ("uid");
CREATE TABLE "material" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "number" INTEGER,
  "title" TEXT NOT NULL DEFAULT '',
  "author" TEXT NOT NULL DEFAULT '',
  "document_no" TEXT NOT NULL DEFAULT '',
  "day" TEXT,
  "pages" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "material_uid" ON "material" ("uid");
CREATE INDEX "material_person_id" ON "material" ("person_id");
CREATE TABLE "scan" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "material_id" INTEGER NOT NULL,
  "position" INTEGER,
  "sha256" TEXT NOT NULL DEFAULT '',
  "media" TEXT NOT NULL DEFAULT '',
  "pages" INTEGER,
  "file_name" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("material_id") REFERENCES "material" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "scan_uid" ON "scan" ("uid");
CREATE INDEX "scan_person_id" ON "scan" ("person_id");
CREATE INDEX "scan_material_id" ON "scan" ("material_id");
CREATE TABLE "visit" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER,
  "day" TEXT,
  "occasion" TEXT NOT NULL DEFAULT '',
  "leader" TEXT NOT NULL DEFAULT '',
  "visitors" TEXT NOT NULL DEFAULT '',
  "money" INTEGER,
  "gifts" TEXT NOT NULL DEFAULT '',
  "gift_value" INTEGER,
  "circumstances" TEXT NOT NULL DEFAULT '',
  "wishes" TEXT NOT NULL DEFAULT '',
  "handling" TEXT NOT NULL DEFAULT '',
  "done" INTEGER,
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, CHECK ("money" >= 0), CHECK ("gift_value" >= 0));
CREATE UNIQUE INDEX "visit_uid" ON "visit" ("uid");
CREATE INDEX "visit_person_id" ON "visit" ("person_id");
CREATE INDEX "visit_day" ON "visit" ("day");
CREATE TABLE "payment" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER,
  "identity_id" INTEGER,
  "month" TEXT,
  "item" TEXT NOT NULL DEFAULT '',
  "standard" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "paid_on" TEXT,
  "account" TEXT NOT NULL DEFAULT '',
  "fund" TEXT NOT NULL DEFAULT '',
  "notes" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT, CHECK ("amount" IS NOT NULL AND "amount" > 0));
CREATE UNIQUE INDEX "payment_uid" ON "payment" ("uid");
CREATE INDEX "payment_person_id" ON "payment" ("person_id");
CREATE INDEX "payment_identity_id" ON "payment" ("identity_id");
CREATE INDEX "payment_month" ON "payment" ("month");
CREATE TABLE "saved_filter" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "facts" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "saved_filter_uid" ON "saved_filter" ("uid");
CREATE UNIQUE INDEX "saved_filter_name" ON "saved_filter" ("name");
CREATE TABLE "settlement" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "person_id" INTEGER NOT NULL,
  "record" TEXT NOT NULL DEFAULT '',
  "field" TEXT NOT NULL DEFAULT '',
  "message" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "settlement_uid" ON "settlement" ("uid");
CREATE INDEX "settlement_person_id" ON "settlement" ("person_id");
CREATE TABLE "setting" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "value" TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX "setting_uid" ON "setting" ("uid");
CREATE UNIQUE INDEX "setting_name" ON "setting" ("name");
CREATE TABLE "finding" ("id" INTEGER NOT NULL PRIMARY KEY,
  "person_id" INTEGER NOT NULL,
  "uid" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "weight" INTEGER NOT NULL, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE);
CREATE INDEX "finding_person_id" ON "finding" ("person_id");
CREATE TABLE "search_words" ("person_id" INTEGER NOT NULL PRIMARY KEY,
  "words" TEXT NOT NULL, FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE);
