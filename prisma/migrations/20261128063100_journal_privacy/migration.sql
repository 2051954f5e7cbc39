-- The rules of privacy for the journal and for what is shared. An entry is its author's alone, and only while the journal is
-- open in the session that asks. What somebody shapes for the other is theirs alone too, until it is delivered.

------------------------------------------------------------------ the lock of the journal

-- Which session opened this transaction's scope; none where a calendar did.
CREATE FUNCTION app.session_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.session_id', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION app.enter(p_session uuid, p_now timestamptz DEFAULT NULL)
RETURNS TABLE (
  user_id uuid, name text, locale text, time_zone text, welcomed_at timestamptz, user_key uuid,
  couple_id uuid, couple_time_zone text, circumstances text[], event_seq int, couple_key uuid,
  partner_id uuid, partner_name text
)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT set_config('app.session_id', p_session::text, true);
  SELECT o.* FROM public.session s, app.open_scope(s.user_id, p_now) o
   WHERE s.id = p_session AND s.expires_at > coalesce(p_now, now())
$$;

-- A session begins with the password, and stays open for as long after it was last used for the journal.
CREATE FUNCTION app.is_journal_open() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((
    SELECT a.journal_lock = 0 OR coalesce(s.journal_seen_at, s.created_at) > app.now() - make_interval(mins => a.journal_lock)
      FROM public.session s JOIN public.account a ON a.user_id = s.user_id
     WHERE s.id = app.session_id() AND s.user_id = app.user_id()), false)
$$;

-- The journal is used in this session. Whether it was open.
CREATE FUNCTION app.use_journal() RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT app.is_journal_open() THEN
    RETURN false;
  END IF;
  UPDATE public.session s SET journal_seen_at = app.now()
   WHERE s.id = app.session_id() AND coalesce(s.journal_seen_at, s.created_at) < app.now() - interval '20 seconds';
  RETURN true;
END $$;

-- The password was given (or, false, the journal is closed by hand).
CREATE FUNCTION app.open_journal(p_open boolean) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.session s SET journal_seen_at = CASE WHEN p_open THEN app.now() ELSE to_timestamp(0) END
   WHERE s.id = app.session_id() AND s.user_id = app.user_id()
$$;

------------------------------------------------------------------ from one to the other

-- It takes two, and goes ten minutes later at the earliest. Whose it is, and that it has gone, is the database's to say.
CREATE FUNCTION app.guard_sharing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM app.two_of(NEW.couple_id);
  NEW.deliver_at := greatest(NEW.deliver_at, app.now() + interval '10 minutes');
  NEW.delivered_at := NULL;
  NEW.reader_ids := '{}';
  RETURN NEW;
END $$;

CREATE TRIGGER sharing_guard BEFORE INSERT ON "sharing" FOR EACH ROW EXECUTE FUNCTION app.guard_sharing();

-- Delivers one whose time has come, and says what was recorded. No row: none is due. Called by the worker's login, which sees
-- none of them. Whoever holds one or its couple at this moment keeps it until the next call, and holds up nobody else's. When
-- it was meant to go is forgotten: it has gone now.
CREATE FUNCTION app.deliver_due() RETURNS TABLE (couple_id uuid, seq int, actor_id uuid, subject_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  SELECT s.couple_id, s.author_id, s.id INTO couple_id, actor_id, subject_id
    FROM public.sharing s JOIN public.couple c ON c.id = s.couple_id
   WHERE s.delivered_at IS NULL AND s.deliver_at <= app.now()
     AND 2 = (SELECT count(*) FROM public.member m WHERE m.couple_id = s.couple_id)
   ORDER BY s.deliver_at LIMIT 1 FOR UPDATE OF s, c SKIP LOCKED;
  IF subject_id IS NULL THEN
    RETURN;
  END IF;
  UPDATE public.sharing s
     SET delivered_at = app.now(), deliver_at = NULL,
         reader_ids = ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = s.couple_id ORDER BY m.slot)
   WHERE s.id = subject_id;
  seq := app.record_event(couple_id, 'sharing.delivered', actor_id, subject_id);
  RETURN NEXT;
END $$;

-- Answered by whom it was delivered to, while the two are together.
CREATE FUNCTION app.guard_sharing_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE s public.sharing;
BEGIN
  SELECT * INTO s FROM public.sharing h WHERE h.id = NEW.sharing_id FOR UPDATE;
  IF s.id IS NULL OR s.couple_id <> NEW.couple_id OR s.delivered_at IS NULL
     OR NOT coalesce(NEW.author_id = ANY (s.reader_ids), false) OR s.author_id IS NOT DISTINCT FROM NEW.author_id
     OR NOT s.reader_ids @> app.two_of(s.couple_id) THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
  END IF;
  NEW.created_at := app.now();
  RETURN NEW;
END $$;

CREATE TRIGGER sharing_answer_guard BEFORE INSERT ON "sharing_answer"
  FOR EACH ROW EXECUTE FUNCTION app.guard_sharing_answer();

------------------------------------------------------------------ linking and leaving

CREATE FUNCTION app.link_sharings(p_into uuid, p_from uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.sharing s SET couple_id = p_into WHERE s.couple_id = p_from;
  UPDATE public.sharing_answer a SET couple_id = p_into WHERE a.couple_id = p_from;
END $$;

-- What waits was for the other of these two, and goes. What was delivered keeps its place, without the words of whoever leaves.
CREATE FUNCTION app.leave_sharings(p_couple uuid, p_user uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.sharing s WHERE s.couple_id = p_couple AND s.delivered_at IS NULL;
  UPDATE public.sharing s SET sealed_words = NULL WHERE s.author_id = p_user;
  UPDATE public.sharing_answer a SET sealed_body = NULL WHERE a.author_id = p_user;
  DELETE FROM public.sharing s WHERE s.couple_id = p_couple AND s.reader_ids = ARRAY[p_user];
  UPDATE public.sharing s SET reader_ids = array_remove(s.reader_ids, p_user)
   WHERE s.couple_id = p_couple AND p_user = ANY (s.reader_ids);
END $$;

------------------------------------------------------------------ functions and their owners

GRANT CREATE ON SCHEMA app TO nearer_guard;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['is_journal_open()', 'use_journal()', 'open_journal(boolean)', 'guard_sharing()', 'deliver_due()',
    'guard_sharing_answer()', 'link_sharings(uuid, uuid)', 'leave_sharings(uuid, uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO nearer_guard', f);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION app.session_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.session_id() TO nearer_app, nearer_guard;
GRANT EXECUTE ON FUNCTION app.is_journal_open(), app.use_journal(), app.open_journal(boolean) TO nearer_app;
GRANT EXECUTE ON FUNCTION app.deliver_due() TO nearer_system;
REVOKE CREATE ON SCHEMA app FROM nearer_guard;

------------------------------------------------------------------ every table

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['entry', 'sharing', 'sharing_opened', 'sharing_answer'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY guard ON public.%I TO nearer_guard USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO nearer_guard', t);
  END LOOP;
END $$;

------------------------------------------------------------------ what a member sees and may do

GRANT UPDATE (journal_lock) ON "account" TO nearer_app;

CREATE POLICY own_open ON "entry" TO nearer_app
  USING (user_id = (SELECT app.user_id()) AND (SELECT app.is_journal_open()))
  WITH CHECK (user_id = (SELECT app.user_id()) AND (SELECT app.is_journal_open()));
GRANT SELECT, DELETE, UPDATE (sealed_body, n), INSERT (id, user_id, sealed_body, created_at) ON "entry" TO nearer_app;

CREATE POLICY author ON "sharing" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY delivered ON "sharing" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND delivered_at IS NOT NULL AND (SELECT app.user_id()) = ANY (reader_ids));
CREATE POLICY author_shares ON "sharing" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY author_takes_back ON "sharing" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()) AND delivered_at IS NULL);
GRANT SELECT, DELETE, INSERT (id, couple_id, author_id, how, sealed_words, deliver_at) ON "sharing" TO nearer_app;

CREATE POLICY own ON "sharing_opened" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id()) AND sharing_id IN (SELECT id FROM sharing WHERE delivered_at IS NOT NULL));
GRANT SELECT, INSERT ON "sharing_opened" TO nearer_app;

CREATE POLICY shared ON "sharing_answer" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND sharing_id IN (SELECT id FROM sharing WHERE delivered_at IS NOT NULL));
CREATE POLICY reader_answers ON "sharing_answer" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
GRANT SELECT, INSERT (id, sharing_id, couple_id, author_id, intent, sealed_body, created_at) ON "sharing_answer" TO nearer_app;
