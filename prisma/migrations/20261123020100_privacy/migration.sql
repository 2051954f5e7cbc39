-- The rules of privacy. docs/architecture.md, "The database keeps the secrets".
--
-- Three roles, none of them superuser, owner or BYPASSRLS:
--   nearer_app     the app's login; sees only what the member who entered may see
--   nearer_system  the login of the few acts before membership; sees no written content
--   nearer_guard   nobody's login; owns the functions that must look behind a policy

DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['nearer_app', 'nearer_system', 'nearer_guard'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
  EXECUTE format('GRANT nearer_guard TO %I', current_user);
END $$;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO nearer_app, nearer_system, nearer_guard;
GRANT USAGE ON SCHEMA public TO nearer_app, nearer_system, nearer_guard;
-- Only while the functions below are handed to nearer_guard.
GRANT CREATE ON SCHEMA app TO nearer_guard;

------------------------------------------------------------------ who is asking

CREATE FUNCTION app.user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

CREATE FUNCTION app.couple_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.couple_id', true), '')::uuid $$;

-- The time, which tests and the demo may move.
CREATE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- Opens the scope of this transaction for a living session, and says who it is. No row: signed out.
CREATE FUNCTION app.enter(p_session uuid, p_now timestamptz DEFAULT NULL)
RETURNS TABLE (
  user_id uuid, name text, locale text, time_zone text, welcomed_at timestamptz, user_key uuid,
  couple_id uuid, couple_time_zone text, circumstances text[], event_seq int, couple_key uuid,
  partner_id uuid, partner_name text
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM set_config('app.now', coalesce(p_now::text, ''), true);
  SELECT m.user_id, u.name, a.locale, a.time_zone, a.welcomed_at,
         (SELECT k.id FROM public.vault_key k WHERE k.user_id = m.user_id ORDER BY k.created_at DESC LIMIT 1),
         c.id, c.time_zone, c.circumstances, c.event_seq,
         (SELECT k.id FROM public.vault_key k WHERE k.couple_id = c.id ORDER BY k.created_at DESC LIMIT 1),
         p.user_id, pu.name
    INTO user_id, name, locale, time_zone, welcomed_at, user_key,
         couple_id, couple_time_zone, circumstances, event_seq, couple_key, partner_id, partner_name
    FROM public.session s
    JOIN public.member m ON m.user_id = s.user_id
    JOIN public."user" u ON u.id = m.user_id
    JOIN public.account a ON a.user_id = m.user_id
    JOIN public.couple c ON c.id = m.couple_id
    LEFT JOIN public.member p ON p.couple_id = c.id AND p.user_id <> m.user_id
    LEFT JOIN public."user" pu ON pu.id = p.user_id
   WHERE s.id = p_session AND s.expires_at > app.now();
  IF user_id IS NULL THEN
    RETURN;
  END IF;
  PERFORM set_config('app.user_id', user_id::text, true), set_config('app.couple_id', couple_id::text, true);
  RETURN NEXT;
END $$;

-- Topics that somebody in the couple muted; never who.
CREATE FUNCTION app.muted_topics() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT t.topic FROM public.muted_topic t
    JOIN public.member m ON m.user_id = t.user_id
   WHERE m.couple_id = app.couple_id()
$$;

------------------------------------------------------------------ events

-- Numbered by the couple's own counter: without gaps, in commit order. The one way to an event, and to the counter:
-- a member tells of their own couple and in their own name. Null for a prompt that one of the two cannot see: what is
-- done there, with an earlier partner's words or alone, is no news.
CREATE FUNCTION app.record_event(p_couple uuid, p_name text, p_actor uuid, p_subject uuid) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE n int;
BEGIN
  IF session_user <> 'nearer_system'
     AND (p_couple IS DISTINCT FROM app.couple_id() OR p_actor IS DISTINCT FROM app.user_id()) THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = '42501';
  END IF;
  IF EXISTS (SELECT 1 FROM public.prompt p JOIN public.member m ON m.couple_id = p.couple_id
              WHERE p.id = p_subject AND p.couple_id = p_couple AND NOT app.is_for(p.reader_ids, m.user_id)) THEN
    RETURN NULL;
  END IF;
  UPDATE public.couple SET event_seq = event_seq + 1 WHERE id = p_couple RETURNING event_seq INTO n;
  IF n IS NULL THEN
    -- Its one member has just been linked: tried again, the work finds itself in the new couple.
    RAISE EXCEPTION 'couple_gone' USING ERRCODE = '40001';
  END IF;
  INSERT INTO public.event (couple_id, seq, name, actor_id, subject_id, created_at)
  VALUES (p_couple, n, p_name, p_actor, p_subject, app.now());
  RETURN n;
END $$;

------------------------------------------------------------------ give to receive

-- Whether a prompt is for a person to see: what two revealed is theirs, and no later partner's.
CREATE FUNCTION app.is_for(p_readers uuid[], p_user uuid) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(cardinality(p_readers), 0) = 0 OR p_user = ANY (p_readers) $$;

-- A deep prompt waits for both to be ready; the others are open at once.
CREATE FUNCTION app.open_prompt() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.opened_at := CASE WHEN NEW.depth = 'deep' THEN NULL ELSE app.now() END;
  RETURN NEW;
END $$;

CREATE TRIGGER prompt_open BEFORE INSERT ON "prompt"
  FOR EACH ROW EXECUTE FUNCTION app.open_prompt();

-- An answer can be given to an open prompt, changed or taken back until the reveal,
-- and only withdrawn after it. The prompt's row is locked, so two answers at once see each other.
CREATE FUNCTION app.guard_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE p public.prompt;
BEGIN
  SELECT * INTO p FROM public.prompt WHERE id = coalesce(NEW.prompt_id, OLD.prompt_id) FOR UPDATE;
  IF TG_OP = 'DELETE' THEN
    IF p.revealed_at IS NOT NULL THEN
      RAISE EXCEPTION 'revealed' USING ERRCODE = 'NR409';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF p.id IS NULL OR p.couple_id <> NEW.couple_id OR NOT app.is_for(p.reader_ids, NEW.author_id) THEN
      RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
    ELSIF p.swapped_at IS NOT NULL THEN
      RAISE EXCEPTION 'swapped' USING ERRCODE = 'NR409';
    ELSIF p.opened_at IS NULL THEN
      RAISE EXCEPTION 'closed' USING ERRCODE = 'NR409';
    ELSIF p.revealed_at IS NOT NULL THEN
      RAISE EXCEPTION 'revealed' USING ERRCODE = 'NR409';
    END IF;
    RETURN NEW;
  END IF;
  IF p.revealed_at IS NOT NULL AND NEW.sealed_body IS NOT NULL AND NEW.sealed_body IS DISTINCT FROM OLD.sealed_body THEN
    RAISE EXCEPTION 'revealed' USING ERRCODE = 'NR409';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.reveal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- A deep one opened with an earlier partner closes: given again, it would be open for one who was never asked.
    UPDATE public.prompt p
       SET answered_by_id = NULL,
           opened_at = CASE WHEN p.depth = 'deep' AND cardinality(p.reader_ids) > 0 THEN NULL ELSE p.opened_at END
     WHERE p.id = OLD.prompt_id AND p.revealed_at IS NULL;
  ELSIF EXISTS (SELECT 1 FROM public.answer a WHERE a.prompt_id = NEW.prompt_id AND a.author_id <> NEW.author_id) THEN
    UPDATE public.prompt
       SET revealed_at = app.now(), answered_by_id = NULL,
           reader_ids = ARRAY(SELECT a.author_id FROM public.answer a WHERE a.prompt_id = NEW.prompt_id)
     WHERE id = NEW.prompt_id;
  ELSE
    -- Given, it is for the partner of now, whoever it was begun with.
    UPDATE public.prompt SET answered_by_id = NEW.author_id, reader_ids = '{}' WHERE id = NEW.prompt_id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER answer_guard BEFORE INSERT OR UPDATE OR DELETE ON "answer"
  FOR EACH ROW EXECUTE FUNCTION app.guard_answer();
CREATE TRIGGER answer_reveal AFTER INSERT OR DELETE ON "answer"
  FOR EACH ROW EXECUTE FUNCTION app.reveal();

-- Responses and reactions come after the reveal.
CREATE FUNCTION app.guard_response() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.prompt p
                  WHERE p.id = NEW.prompt_id AND p.couple_id = NEW.couple_id AND p.revealed_at IS NOT NULL
                    AND app.is_for(p.reader_ids, NEW.author_id)) THEN
    RAISE EXCEPTION 'sealed' USING ERRCODE = 'NR409';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER response_guard BEFORE INSERT ON "response"
  FOR EACH ROW EXECUTE FUNCTION app.guard_response();
CREATE TRIGGER reaction_guard BEFORE INSERT ON "reaction"
  FOR EACH ROW EXECUTE FUNCTION app.guard_response();

-- A deep prompt opens when both are ready.
CREATE FUNCTION app.open_when_ready() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE p public.prompt;
BEGIN
  SELECT * INTO p FROM public.prompt WHERE id = NEW.prompt_id FOR UPDATE;
  IF p.opened_at IS NULL AND 2 = (
    SELECT count(*) FROM public.readiness r
      JOIN public.member m ON m.user_id = r.user_id AND m.couple_id = p.couple_id
     WHERE r.prompt_id = p.id AND r.ready
  ) THEN
    UPDATE public.prompt SET opened_at = app.now() WHERE id = p.id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER readiness_open AFTER INSERT OR UPDATE ON "readiness"
  FOR EACH ROW EXECUTE FUNCTION app.open_when_ready();

------------------------------------------------------------------ two become a couple

-- Called by nearer_system when the inviter has confirmed, and only for the accepter whom the inviter saw. The one who
-- accepted moves into the inviter's couple with all that they began alone. Nothing is sealed anew: the keys move along.
-- Raises NR409 with the reason where it can't be. Locks prompts, then couples, then invites, as everybody does.
CREATE FUNCTION app.link_couple(p_invite uuid, p_inviter uuid, p_accepter uuid)
RETURNS TABLE (couple_id uuid, left_couple_id uuid, accepter_id uuid, seq int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  i public.invite;
  from_couple uuid;
  today date;
  kept uuid[];
  gone uuid[];
  authors uuid[];
BEGIN
  SELECT * INTO i FROM public.invite v WHERE v.id = p_invite AND v.inviter_id = p_inviter;
  SELECT m.couple_id INTO from_couple FROM public.member m WHERE m.user_id = i.accepter_id;
  PERFORM 1 FROM public.prompt p WHERE p.couple_id IN (i.couple_id, from_couple) ORDER BY p.id FOR UPDATE;
  PERFORM 1 FROM public.couple c WHERE c.id IN (i.couple_id, from_couple) ORDER BY c.id FOR UPDATE;
  SELECT * INTO i FROM public.invite v WHERE v.id = p_invite AND v.inviter_id = p_inviter FOR UPDATE;
  IF i.id IS NULL THEN
    RAISE EXCEPTION 'invite_unknown' USING ERRCODE = 'NR404';
  ELSIF i.confirmed_at IS NOT NULL THEN
    RAISE EXCEPTION 'invite_used' USING ERRCODE = 'NR409';
  ELSIF i.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'invite_revoked' USING ERRCODE = 'NR409';
  ELSIF i.accepter_id IS NULL THEN
    RAISE EXCEPTION 'invite_not_accepted' USING ERRCODE = 'NR409';
  ELSIF i.accepter_id IS DISTINCT FROM p_accepter THEN
    RAISE EXCEPTION 'accepter_changed' USING ERRCODE = 'NR409';
  END IF;
  SELECT m.couple_id INTO from_couple FROM public.member m WHERE m.user_id = i.accepter_id;
  IF from_couple IS NULL OR from_couple = i.couple_id
     OR 1 <> (SELECT count(*) FROM public.member m WHERE m.couple_id = from_couple)
     OR 1 <> (SELECT count(*) FROM public.member m WHERE m.couple_id = i.couple_id)
     OR NOT EXISTS (SELECT 1 FROM public.member m WHERE m.couple_id = i.couple_id AND m.user_id = p_inviter) THEN
    RAISE EXCEPTION 'already_linked' USING ERRCODE = 'NR409';
  END IF;
  SELECT (app.now() AT TIME ZONE c.time_zone)::date INTO today FROM public.couple c WHERE c.id = i.couple_id;

  -- Whoever was ready was so for nobody, or for somebody else.
  DELETE FROM public.readiness r USING public.prompt p
   WHERE p.id = r.prompt_id AND p.couple_id IN (i.couple_id, from_couple);

  -- What was answered, asked or begun waits; a day on which nobody wrote leaves no trace. The day's question is the inviter's.
  DELETE FROM public.prompt p
   WHERE p.couple_id IN (i.couple_id, from_couple) AND p.revealed_at IS NULL AND p.answered_by_id IS NULL
     AND (p.swapped_at IS NOT NULL
       OR (p.source = 'daily' AND (p.couple_id = from_couple OR p.day IS DISTINCT FROM today)))
     AND NOT EXISTS (SELECT 1 FROM public.draft d WHERE d.prompt_id = p.id);

  -- The same question begun by both, alone, is one question. The newest of each, if there are several.
  SELECT array_agg(e.id), array_agg(y.id) INTO kept, gone
    FROM (SELECT DISTINCT ON (p.content_id) p.* FROM public.prompt p
           WHERE p.couple_id = i.couple_id AND p.revealed_at IS NULL AND p.swapped_at IS NULL AND app.is_for(p.reader_ids, NULL)
           ORDER BY p.content_id, p.created_at DESC) e
    JOIN (SELECT DISTINCT ON (p.content_id) p.* FROM public.prompt p
           WHERE p.couple_id = from_couple AND p.revealed_at IS NULL AND p.swapped_at IS NULL AND app.is_for(p.reader_ids, NULL)
           ORDER BY p.content_id, p.created_at DESC) y
      ON y.content_id = e.content_id AND (y.opened_at IS NULL) = (e.opened_at IS NULL);

  UPDATE public.member m
     SET couple_id = i.couple_id, joined_at = app.now(),
         slot = (SELECT CASE WHEN o.slot = 1 THEN 2 ELSE 1 END FROM public.member o WHERE o.user_id = p_inviter)
   WHERE m.user_id = i.accepter_id;
  -- The keys that moved in still open what they sealed, and seal nothing more.
  UPDATE public.vault_key k SET couple_id = i.couple_id, created_at = to_timestamp(0) WHERE k.couple_id = from_couple;
  UPDATE public.prompt p SET couple_id = i.couple_id, day = NULL WHERE p.couple_id = from_couple;
  UPDATE public.prompt_words w SET couple_id = i.couple_id WHERE w.couple_id = from_couple;
  UPDATE public.answer a SET couple_id = i.couple_id WHERE a.couple_id = from_couple;
  UPDATE public.response r SET couple_id = i.couple_id WHERE r.couple_id = from_couple;
  UPDATE public.reaction r SET couple_id = i.couple_id WHERE r.couple_id = from_couple;

  FOR n IN 1 .. coalesce(cardinality(kept), 0) LOOP
    UPDATE public.draft d SET prompt_id = kept[n] WHERE d.prompt_id = gone[n];
    UPDATE public.postponement d SET prompt_id = kept[n] WHERE d.prompt_id = gone[n];
    UPDATE public.answer a SET prompt_id = kept[n] WHERE a.prompt_id = gone[n];
    DELETE FROM public.prompt p WHERE p.id = gone[n];
    authors := ARRAY(SELECT a.author_id FROM public.answer a WHERE a.prompt_id = kept[n]);
    UPDATE public.prompt p
       SET revealed_at = CASE cardinality(authors) WHEN 2 THEN app.now() END,
           answered_by_id = CASE cardinality(authors) WHEN 1 THEN authors[1] END,
           reader_ids = CASE cardinality(authors) WHEN 2 THEN authors ELSE '{}' END
     WHERE p.id = kept[n];
  END LOOP;

  -- That somebody had begun a draft is theirs alone: nobody else sees the prompt until it is answered.
  UPDATE public.prompt p
     SET day = NULL, reader_ids = ARRAY(SELECT d.user_id FROM public.draft d WHERE d.prompt_id = p.id)
   WHERE p.couple_id = i.couple_id AND p.revealed_at IS NULL AND p.answered_by_id IS NULL AND app.is_for(p.reader_ids, NULL)
     AND (p.swapped_at IS NOT NULL OR (p.source = 'daily' AND p.day IS DISTINCT FROM today));
  -- What the one who came cannot see holds no day of these two: in another zone a day that has passed may come again.
  UPDATE public.prompt p SET day = NULL
   WHERE p.couple_id = i.couple_id AND p.day IS NOT NULL AND NOT app.is_for(p.reader_ids, i.accepter_id);

  UPDATE public.invite v SET confirmed_at = app.now() WHERE v.id = i.id;
  UPDATE public.invite v SET revoked_at = app.now()
   WHERE v.couple_id IN (i.couple_id, from_couple) AND v.revoked_at IS NULL AND v.confirmed_at IS NULL;
  UPDATE public.invite v SET couple_id = i.couple_id WHERE v.couple_id = from_couple;
  UPDATE public.invite v SET accepter_id = NULL, accepted_at = NULL
   WHERE v.accepter_id IN (p_inviter, i.accepter_id) AND v.revoked_at IS NULL AND v.confirmed_at IS NULL;

  -- When and how often one did what alone is nobody's business: the shared count begins here, at a round
  -- number above both, so that it tells nothing and every open page finds that it has missed something.
  DELETE FROM public.event e WHERE e.couple_id = i.couple_id;
  UPDATE public.couple c
     SET event_seq = (SELECT max(b.event_seq) / 1000 * 1000 + 1000 FROM public.couple b WHERE b.id IN (i.couple_id, from_couple))
   WHERE c.id = i.couple_id;
  DELETE FROM public.couple c WHERE c.id = from_couple;

  couple_id := i.couple_id;
  left_couple_id := from_couple;
  accepter_id := i.accepter_id;
  seq := app.record_event(i.couple_id, 'member.joined', i.accepter_id, i.accepter_id);
  RETURN NEXT;
END $$;

-- Called by nearer_system. What was revealed keeps its place without its words. Of the rest the one who is left keeps,
-- alone, what they wrote: a question of their own, a draft, an answer. The person's keys go with the person, and the
-- couple with its last member.
CREATE FUNCTION app.delete_account(p_user uuid)
RETURNS TABLE (couple_id uuid, seq int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c uuid;
  stays uuid;
BEGIN
  SELECT m.couple_id INTO c FROM public.member m WHERE m.user_id = p_user;
  IF c IS NULL THEN
    RETURN;
  END IF;
  PERFORM 1 FROM public.prompt p WHERE p.couple_id = c ORDER BY p.id FOR UPDATE;
  PERFORM 1 FROM public.couple o WHERE o.id = c FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM public.member m WHERE m.user_id = p_user AND m.couple_id = c) THEN
    -- Linked or deleted meanwhile: tried again, the work finds the person where they are now.
    RAISE EXCEPTION 'couple_gone' USING ERRCODE = '40001';
  END IF;
  SELECT m.user_id INTO stays FROM public.member m WHERE m.couple_id = c AND m.user_id <> p_user;
  DELETE FROM public.answer a USING public.prompt p
   WHERE a.prompt_id = p.id AND a.author_id = p_user AND p.revealed_at IS NULL;
  UPDATE public.answer a SET sealed_body = NULL, withdrawn_at = app.now()
   WHERE a.author_id = p_user AND a.withdrawn_at IS NULL;
  UPDATE public.response r SET sealed_body = NULL, withdrawn_at = app.now()
   WHERE r.author_id = p_user AND r.withdrawn_at IS NULL;
  UPDATE public.prompt_words w SET sealed_words = NULL WHERE w.author_id = p_user;
  -- Whatever was not revealed was put to these two: no later partner may see it, open it or count as ready for it.
  DELETE FROM public.readiness r USING public.prompt p WHERE p.id = r.prompt_id AND p.couple_id = c;
  DELETE FROM public.prompt p
   WHERE p.couple_id = c AND p.revealed_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM public.answer a WHERE a.prompt_id = p.id AND a.author_id = stays)
     AND NOT EXISTS (SELECT 1 FROM public.draft d WHERE d.prompt_id = p.id AND d.user_id = stays)
     AND NOT EXISTS (SELECT 1 FROM public.prompt_words w WHERE w.prompt_id = p.id AND w.author_id = stays);
  UPDATE public.prompt p
     SET reader_ids = ARRAY[stays],
         opened_at = CASE WHEN p.depth = 'deep' AND p.answered_by_id IS NULL THEN NULL ELSE p.opened_at END
   WHERE p.couple_id = c AND p.revealed_at IS NULL;
  UPDATE public.prompt p SET day = NULL WHERE p.couple_id = c AND p.day IS NOT NULL;
  DELETE FROM public.prompt p WHERE p.couple_id = c AND p.reader_ids = ARRAY[p_user];
  UPDATE public.prompt p SET reader_ids = array_remove(p.reader_ids, p_user) WHERE p.couple_id = c AND p_user = ANY (p.reader_ids);
  DELETE FROM public."user" u WHERE u.id = p_user;
  IF NOT EXISTS (SELECT 1 FROM public.member m WHERE m.couple_id = c) THEN
    DELETE FROM public.couple o WHERE o.id = c;
    RETURN;
  END IF;
  couple_id := c;
  seq := app.record_event(c, 'member.left', NULL, NULL);
  RETURN NEXT;
END $$;

------------------------------------------------------------------ functions and their owners

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.user_id(), app.couple_id(), app.now(), app.record_event(uuid, text, uuid, uuid), app.is_for(uuid[], uuid)
  TO nearer_app, nearer_system, nearer_guard;
ALTER FUNCTION app.enter(uuid, timestamptz) OWNER TO nearer_guard;
ALTER FUNCTION app.muted_topics() OWNER TO nearer_guard;
ALTER FUNCTION app.record_event(uuid, text, uuid, uuid) OWNER TO nearer_guard;
ALTER FUNCTION app.guard_answer() OWNER TO nearer_guard;
ALTER FUNCTION app.reveal() OWNER TO nearer_guard;
ALTER FUNCTION app.guard_response() OWNER TO nearer_guard;
ALTER FUNCTION app.open_when_ready() OWNER TO nearer_guard;
ALTER FUNCTION app.link_couple(uuid, uuid, uuid) OWNER TO nearer_guard;
ALTER FUNCTION app.delete_account(uuid) OWNER TO nearer_guard;
GRANT EXECUTE ON FUNCTION app.enter(uuid, timestamptz), app.muted_topics() TO nearer_app;
GRANT EXECUTE ON FUNCTION app.link_couple(uuid, uuid, uuid), app.delete_account(uuid) TO nearer_system;
REVOKE CREATE ON SCHEMA app FROM nearer_guard;

------------------------------------------------------------------ every table

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY guard ON public.%I TO nearer_guard USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO nearer_guard', t);
  END LOOP;
  -- The few acts before membership, and jobs: no table with written content is among these.
  FOREACH t IN ARRAY ARRAY['user', 'account', 'session', 'mail_token', 'couple', 'member', 'vault_key', 'invite', 'event', 'rate_limit', 'installation'] LOOP
    EXECUTE format('CREATE POLICY system ON public.%I TO nearer_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO nearer_system', t);
  END LOOP;
END $$;

------------------------------------------------------------------ what a member sees and may do

-- People
CREATE POLICY couple ON "user" FOR SELECT TO nearer_app
  USING (id = (SELECT app.user_id()) OR id IN (SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id())));
CREATE POLICY own ON "user" FOR UPDATE TO nearer_app
  USING (id = (SELECT app.user_id())) WITH CHECK (id = (SELECT app.user_id()));
GRANT SELECT, UPDATE (name) ON "user" TO nearer_app;

CREATE POLICY own ON "account" TO nearer_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
GRANT SELECT, UPDATE (password_hash, locale, time_zone, shows_presence, welcomed_at) ON "account" TO nearer_app;

CREATE POLICY own ON "session" TO nearer_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
GRANT SELECT, DELETE ON "session" TO nearer_app;

-- Couples
CREATE POLICY couple ON "couple" TO nearer_app
  USING (id = (SELECT app.couple_id())) WITH CHECK (id = (SELECT app.couple_id()));
GRANT SELECT, UPDATE (time_zone, circumstances) ON "couple" TO nearer_app;

CREATE POLICY couple ON "member" FOR SELECT TO nearer_app USING (couple_id = (SELECT app.couple_id()));
GRANT SELECT ON "member" TO nearer_app;

CREATE POLICY own ON "vault_key" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) OR user_id = (SELECT app.user_id()));
GRANT SELECT ON "vault_key" TO nearer_app;

CREATE POLICY inviter ON "invite" TO nearer_app
  USING (inviter_id = (SELECT app.user_id()) AND couple_id = (SELECT app.couple_id()))
  WITH CHECK (inviter_id = (SELECT app.user_id()) AND couple_id = (SELECT app.couple_id()));
CREATE POLICY accepter ON "invite" FOR SELECT TO nearer_app USING (accepter_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE (revoked_at) ON "invite" TO nearer_app;

-- Prompts
CREATE POLICY couple ON "prompt" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND app.is_for(reader_ids, (SELECT app.user_id())));
CREATE POLICY asker ON "prompt" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND asked_by_id = (SELECT app.user_id()));
CREATE POLICY couple_swaps ON "prompt" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND app.is_for(reader_ids, (SELECT app.user_id()))) WITH CHECK (couple_id = (SELECT app.couple_id()));
GRANT SELECT, UPDATE (day, swapped_at),
  INSERT (id, couple_id, source, content_id, topic, depth, day, asked_by_id, earlier_id, created_at) ON "prompt" TO nearer_app;

CREATE POLICY opened ON "prompt_words" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (author_id = (SELECT app.user_id())
    OR EXISTS (SELECT 1 FROM prompt p WHERE p.id = prompt_id AND p.opened_at IS NOT NULL)));
CREATE POLICY author ON "prompt_words" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM prompt p WHERE p.id = prompt_id AND p.asked_by_id = (SELECT app.user_id())));
GRANT SELECT, INSERT ON "prompt_words" TO nearer_app;

CREATE POLICY revealed ON "answer" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (author_id = (SELECT app.user_id())
    OR EXISTS (SELECT 1 FROM prompt p WHERE p.id = prompt_id AND p.revealed_at IS NOT NULL)));
CREATE POLICY author_gives ON "answer" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY author_changes ON "answer" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()))
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY author_takes_back ON "answer" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, DELETE, UPDATE (sealed_body, withdrawn_at) ON "answer" TO nearer_app;

CREATE POLICY couple ON "response" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND EXISTS (SELECT 1 FROM prompt p WHERE p.id = prompt_id));
CREATE POLICY author_gives ON "response" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY author_changes ON "response" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()))
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE (sealed_body, withdrawn_at) ON "response" TO nearer_app;

CREATE POLICY couple ON "reaction" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND EXISTS (SELECT 1 FROM prompt p WHERE p.id = prompt_id));
CREATE POLICY author_gives ON "reaction" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY author_takes_back ON "reaction" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, DELETE ON "reaction" TO nearer_app;

-- What is one person's alone
CREATE POLICY own ON "draft" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id()) AND EXISTS (SELECT 1 FROM prompt p WHERE p.id = prompt_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON "draft" TO nearer_app;

CREATE POLICY own ON "postponement" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id()) AND EXISTS (SELECT 1 FROM prompt p WHERE p.id = prompt_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON "postponement" TO nearer_app;

CREATE POLICY own ON "readiness" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id()) AND EXISTS (SELECT 1 FROM prompt p WHERE p.id = prompt_id));
GRANT SELECT, INSERT, UPDATE ON "readiness" TO nearer_app;

CREATE POLICY own ON "muted_topic" TO nearer_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, DELETE ON "muted_topic" TO nearer_app;

-- Events: read here, written by app.record_event alone.
CREATE POLICY couple ON "event" FOR SELECT TO nearer_app USING (couple_id = (SELECT app.couple_id()));
GRANT SELECT ON "event" TO nearer_app;
