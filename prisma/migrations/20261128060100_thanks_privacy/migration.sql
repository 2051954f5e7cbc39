-- The rules of privacy for thanks. Until it is given a thank-you is its giver's alone, and what either keeps of one for
-- themselves, its aside, never shows to the other at all.

------------------------------------------------------------------ how a thank-you goes on

-- One with a time is given when its giver is away: so there must be somebody to give it to, and nobody just going.
CREATE FUNCTION app.guard_kept_thanks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.give_at IS NOT NULL THEN
    PERFORM app.two_of(NEW.couple_id);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER thanks_kept BEFORE INSERT ON "thanks" FOR EACH ROW EXECUTE FUNCTION app.guard_kept_thanks();

-- Given once, by its giver's hand or at its time; from then on nothing of it changes but what the other says to it, once.
CREATE FUNCTION app.guard_thanks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me uuid := app.user_id();
BEGIN
  IF OLD.given_at IS NULL AND NEW.given_at IS NOT NULL THEN
    IF me IS NOT NULL AND OLD.giver_id IS DISTINCT FROM me THEN
      RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
    END IF;
    NEW.reader_ids := app.two_of(NEW.couple_id);
    -- When it was written, and how it was meant to be given, stays its giver's.
    NEW.given_at := app.now();
    NEW.created_at := NEW.given_at;
    NEW.give_at := NULL;
    NEW.for_talk := false;
    NEW.is_received := false;
    NEW.sealed_answer := NULL;
    NEW.answered_at := NULL;
    RETURN NEW;
  END IF;
  -- Functions of ours come from elsewhere: linking and leaving.
  IF me IS NULL THEN
    RETURN NEW;
  END IF;
  IF OLD.given_at IS NULL THEN
    IF NEW.is_received OR NEW.sealed_answer IS NOT NULL OR NEW.answered_at IS NOT NULL THEN
      RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
    END IF;
    IF NEW.give_at IS NOT NULL THEN
      PERFORM app.two_of(NEW.couple_id);
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.sealed_body, NEW.given_at, NEW.give_at, NEW.for_talk) IS DISTINCT FROM (OLD.sealed_body, OLD.given_at, OLD.give_at, OLD.for_talk) THEN
    RAISE EXCEPTION 'given' USING ERRCODE = 'NR409';
  END IF;
  IF me = OLD.giver_id OR (OLD.is_received AND NOT NEW.is_received) THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
  END IF;
  IF (NEW.sealed_answer, NEW.answered_at) IS DISTINCT FROM (OLD.sealed_answer, OLD.answered_at) THEN
    IF OLD.answered_at IS NOT NULL THEN
      RAISE EXCEPTION 'answered' USING ERRCODE = 'NR409';
    END IF;
    NEW.answered_at := app.now();
    NEW.is_received := true;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER thanks_guard BEFORE UPDATE ON "thanks" FOR EACH ROW EXECUTE FUNCTION app.guard_thanks();

-- Gives one whose time has come, and says what was recorded. No row: none is due. Called by the worker's login, which sees no
-- thanks. Whoever holds one or its couple at this moment keeps it until the next call, and holds up nobody else's.
CREATE FUNCTION app.give_due() RETURNS TABLE (couple_id uuid, seq int, actor_id uuid, subject_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  SELECT t.couple_id, t.giver_id, t.id INTO couple_id, actor_id, subject_id
    FROM public.thanks t JOIN public.couple c ON c.id = t.couple_id
   WHERE t.given_at IS NULL AND t.give_at <= app.now()
     AND 2 = (SELECT count(*) FROM public.member m WHERE m.couple_id = t.couple_id)
   ORDER BY t.give_at LIMIT 1 FOR UPDATE OF t, c SKIP LOCKED;
  IF subject_id IS NULL THEN
    RETURN;
  END IF;
  UPDATE public.thanks t SET given_at = app.now() WHERE t.id = subject_id;
  seq := app.record_event(couple_id, 'thanks.given', actor_id, subject_id);
  RETURN NEXT;
END $$;

------------------------------------------------------------------ linking and leaving

-- What one has written alone waits on, and is still theirs alone.
CREATE FUNCTION app.link_thanks(p_into uuid, p_from uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.thanks t SET couple_id = p_into WHERE t.couple_id = p_from;
END $$;

-- Somebody goes for good. What they had not given goes with them; what waits of the other's was meant for them: it is kept,
-- and comes up by itself for nobody else. What was given keeps its place, without the words of the one who goes.
CREATE FUNCTION app.leave_thanks(p_couple uuid, p_user uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.thanks t WHERE t.couple_id = p_couple AND t.giver_id = p_user AND t.given_at IS NULL;
  UPDATE public.thanks t SET give_at = NULL, for_talk = false WHERE t.couple_id = p_couple AND t.given_at IS NULL;
  UPDATE public.thanks t SET sealed_body = NULL WHERE t.couple_id = p_couple AND t.giver_id = p_user;
  UPDATE public.thanks t SET sealed_answer = NULL
   WHERE t.couple_id = p_couple AND t.giver_id IS DISTINCT FROM p_user AND p_user = ANY (t.reader_ids);
  DELETE FROM public.thanks t WHERE t.couple_id = p_couple AND t.reader_ids = ARRAY[p_user];
  UPDATE public.thanks t SET reader_ids = array_remove(t.reader_ids, p_user)
   WHERE t.couple_id = p_couple AND p_user = ANY (t.reader_ids);
END $$;

------------------------------------------------------------------ functions and their owners

GRANT CREATE ON SCHEMA app TO nearer_guard;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['guard_kept_thanks()', 'guard_thanks()', 'give_due()', 'link_thanks(uuid, uuid)', 'leave_thanks(uuid, uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO nearer_guard', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.give_due() TO nearer_system;
REVOKE CREATE ON SCHEMA app FROM nearer_guard;

------------------------------------------------------------------ every table

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['thanks', 'fondness', 'aside'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY guard ON public.%I TO nearer_guard USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO nearer_guard', t);
  END LOOP;
END $$;

------------------------------------------------------------------ what a member sees and may do

CREATE POLICY giver ON "thanks" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND giver_id = (SELECT app.user_id()));
CREATE POLICY given ON "thanks" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND given_at IS NOT NULL AND (SELECT app.user_id()) = ANY (reader_ids));
CREATE POLICY giver_writes ON "thanks" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND giver_id = (SELECT app.user_id()));
CREATE POLICY giver_goes_on ON "thanks" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND giver_id = (SELECT app.user_id()) AND given_at IS NULL)
  WITH CHECK (couple_id = (SELECT app.couple_id()));
CREATE POLICY receiver_answers ON "thanks" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND given_at IS NOT NULL AND giver_id <> (SELECT app.user_id())
    AND (SELECT app.user_id()) = ANY (reader_ids) AND cardinality(reader_ids) = 2
    AND reader_ids @> ARRAY(SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id())))
  WITH CHECK (couple_id = (SELECT app.couple_id()));
CREATE POLICY giver_drops ON "thanks" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND giver_id = (SELECT app.user_id()) AND given_at IS NULL);
GRANT SELECT, DELETE, UPDATE (sealed_body, give_at, for_talk, given_at, is_received, sealed_answer, answered_at),
  INSERT (id, couple_id, giver_id, kind, sealed_body, created_at, give_at, for_talk) ON "thanks" TO nearer_app;

CREATE POLICY own ON "fondness" TO nearer_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, DELETE, UPDATE (sealed_body) ON "fondness" TO nearer_app;

CREATE POLICY own ON "aside" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id()) AND EXISTS (SELECT 1 FROM thanks t WHERE t.id = thanks_id));
GRANT SELECT, INSERT, DELETE, UPDATE (way, is_shown, is_seen, is_drawn) ON "aside" TO nearer_app;
