-- Check-ins: one person's alone, whoever that person is with. Nothing links them to a couple, so two who link bring nothing along, one who
-- leaves takes all of theirs, and no event can tell of them.

ALTER TABLE "check_in" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "check_in" FORCE ROW LEVEL SECURITY;
CREATE POLICY guard ON "check_in" TO nearer_guard USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "check_in" TO nearer_guard;

CREATE POLICY own ON "check_in" TO nearer_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE (sealed_body), DELETE ON "check_in" TO nearer_app;
