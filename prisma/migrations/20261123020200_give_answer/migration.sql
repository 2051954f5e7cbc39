-- The hottest write in one statement: who asks, the lock, the answer, the event. Measured with scripts/bench.ts
-- against the same steps as statements of their own (docs/decisions/0007). It runs with the caller's rights, so every policy and
-- trigger holds; `outcome` is an error code of lib/error.ts, or one of
--   given    the first time this person answers; `event` says what was recorded
--   changed  put in place of what this person had given
--   stale    the body is sealed with a key that is no longer the couple's
--   other    this person's answer has another id, for which the body must be sealed
CREATE FUNCTION app.give_answer(p_session uuid, p_now timestamptz, p_prompt uuid, p_id uuid, p_key uuid, p_body bytea)
RETURNS TABLE (outcome text, answer_id uuid, couple_id uuid, actor_id uuid, event text, seq int, revealed boolean)
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  m record;
  p record;
  mine uuid;
BEGIN
  SELECT * INTO m FROM app.enter(p_session, p_now);
  couple_id := m.couple_id;
  actor_id := m.user_id;
  IF m.user_id IS NULL THEN
    outcome := 'unauthenticated';
  ELSIF m.couple_key <> p_key THEN
    outcome := 'stale';
  ELSE
    SELECT q.id, q.revealed_at, q.answered_by_id INTO p FROM public.prompt q WHERE q.id = p_prompt FOR UPDATE;
    -- Only now, with the lock held: a statement that waited for it would still see the answers of before.
    SELECT a.id INTO mine FROM public.answer a WHERE a.prompt_id = p_prompt AND a.author_id = m.user_id;
    answer_id := coalesce(mine, p_id);
    IF p.id IS NULL THEN
      outcome := 'not_found';
    ELSIF p.revealed_at IS NOT NULL AND mine = p_id THEN
      -- Sent again, because the word that it arrived was lost: it stands already.
      outcome := 'given';
      revealed := true;
    ELSIF p.revealed_at IS NOT NULL THEN
      outcome := 'revealed';
    ELSIF mine <> p_id THEN
      outcome := 'other';
    ELSE
      IF mine IS NOT NULL THEN
        outcome := 'changed';
        UPDATE public.answer SET sealed_body = p_body WHERE id = p_id;
      ELSE
        outcome := 'given';
        revealed := p.answered_by_id IS NOT NULL;
        INSERT INTO public.answer (id, prompt_id, couple_id, author_id, sealed_body, created_at)
        VALUES (p_id, p_prompt, m.couple_id, m.user_id, p_body, app.now());
      END IF;
      DELETE FROM public.draft WHERE prompt_id = p_prompt AND user_id = m.user_id;
      -- Only the first giving is told: a change would show the partner when one came back to it.
      IF outcome = 'given' THEN
        event := CASE WHEN revealed THEN 'prompt.revealed' ELSE 'answer.given' END;
        seq := app.record_event(m.couple_id, event, m.user_id, p_prompt);
      END IF;
    END IF;
  END IF;
  RETURN NEXT;
END $$;

REVOKE ALL ON FUNCTION app.give_answer(uuid, timestamptz, uuid, uuid, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.give_answer(uuid, timestamptz, uuid, uuid, uuid, bytea) TO nearer_app;
