-- The one who put a question takes it back, as long as nobody has answered it. The day's own is nobody's to take back.
CREATE POLICY asker_takes_back ON "prompt" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND asked_by_id = (SELECT app.user_id()) AND source <> 'daily'
    AND answered_by_id IS NULL AND revealed_at IS NULL);
GRANT DELETE ON "prompt" TO nearer_app;
