CREATE TABLE "eligibility_decision" ("id" INTEGER NOT NULL PRIMARY KEY, "uid" TEXT NOT NULL, "person_id" INTEGER NOT NULL, "identity_id" INTEGER NOT NULL, "rule" TEXT NOT NULL DEFAULT '', "answer" TEXT NOT NULL DEFAULT '', "begins" TEXT, "ends" TEXT, "kept_id" INTEGER, "proof" TEXT NOT NULL DEFAULT '', "clause" TEXT NOT NULL DEFAULT '', "reason" TEXT NOT NULL DEFAULT '', "facts" TEXT NOT NULL DEFAULT '', "decided_on" TEXT, "decided_by" TEXT NOT NULL DEFAULT '', FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT, FOREIGN KEY ("identity_id") REFERENCES "identity" ("id") ON DELETE RESTRICT, FOREIGN KEY ("kept_id") REFERENCES "identity" ("id") ON DELETE RESTRICT);
CREATE UNIQUE INDEX "eligibility_decision_uid" ON "eligibility_decision" ("uid");
CREATE INDEX "eligibility_decision_person_id" ON "eligibility_decision" ("person_id");
CREATE INDEX "eligibility_decision_identity_id" ON "eligibility_decision" ("identity_id");
CREATE INDEX "eligibility_decision_rule" ON "eligibility_decision" ("rule");
CREATE INDEX "eligibility_decision_answer" ON "eligibility_decision" ("answer");
CREATE INDEX "eligibility_decision_kept_id" ON "eligibility_decision" ("kept_id");
