-- The rules of privacy for plans, cards, turns and calendars. A draft and a sealed surprise are their author's alone; all that
-- the partner sees of a sealed one is its teaser, a row of its own, which no change of the plan touches.

------------------------------------------------------------------ who sees a plan

CREATE FUNCTION app.shows_plan(p public.plan, p_user uuid) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(p.author_id = p_user OR (p.state NOT IN ('draft', 'sealed') AND p_user = ANY (p.reader_ids)), false) $$;

-- How a plan may go on, and who may take the step:
--   author  its author, as soon as there is a partner
--   writer  whoever wrote the last version, if that is newer than what was agreed to: it asks the other (again)
--   asked   the other: says yes to the last version, or when
--   either  both
CREATE FUNCTION app.plan_steps() RETURNS TABLE (kind public.plan_kind, was public.plan_state, goes public.plan_state, who text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  VALUES
    ('surprise'::public.plan_kind, 'draft'::public.plan_state, 'sealed'::public.plan_state, 'author'),
    ('surprise', 'sealed', 'sealed', 'author'),
    ('surprise', 'sealed', 'draft', 'author'),
    ('surprise', 'draft', 'planned', 'author'),
    ('surprise', 'sealed', 'planned', 'author'),
    ('together', 'draft', 'proposed', 'author'),
    ('together', 'proposed', 'proposed', 'writer'),
    ('together', 'later', 'proposed', 'writer'),
    ('together', 'planned', 'proposed', 'writer'),
    ('together', 'proposed', 'planned', 'asked'),
    ('together', 'later', 'planned', 'asked'),
    ('together', 'proposed', 'later', 'asked'),
    ('together', 'later', 'later', 'asked'),
    ('together', 'proposed', 'letgo', 'either'),
    ('together', 'later', 'letgo', 'either'),
    ('together', 'planned', 'letgo', 'either'),
    ('together', 'planned', 'lived', 'either'),
    ('together', 'lived', 'planned', 'either'),
    ('surprise', 'planned', 'letgo', 'either'),
    ('surprise', 'planned', 'lived', 'either'),
    ('surprise', 'lived', 'planned', 'either')
$$;

-- Holds members to these steps, and sets what follows from them. The system's login comes only through functions of ours.
CREATE FUNCTION app.guard_plan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me uuid := app.user_id();
  partner uuid := (SELECT m.user_id FROM public.member m WHERE m.couple_id = NEW.couple_id AND m.user_id <> me);
  last public.plan_version;
  who text;
BEGIN
  IF session_user <> 'nearer_system' AND (NEW.state, NEW.agreed_n, NEW.later_until, NEW.lived_on, NEW.reveal_at)
       IS DISTINCT FROM (OLD.state, OLD.agreed_n, OLD.later_until, OLD.lived_on, OLD.reveal_at) THEN
    SELECT * INTO last FROM public.plan_version v WHERE v.plan_id = NEW.id ORDER BY v.n DESC LIMIT 1;
    SELECT s.who INTO who FROM app.plan_steps() s WHERE s.kind = OLD.kind AND s.was = OLD.state AND s.goes = NEW.state;
    IF NOT coalesce(
         last.id IS NOT NULL
         -- What is shared goes on between those who share it.
         AND (OLD.state IN ('draft', 'sealed') OR partner = ANY (OLD.reader_ids))
         AND CASE who
               WHEN 'author' THEN OLD.author_id = me AND partner IS NOT NULL
               WHEN 'writer' THEN last.author_id = me AND last.n IS DISTINCT FROM OLD.agreed_n
               WHEN 'asked' THEN last.author_id = partner
               WHEN 'either' THEN true
             END
         -- What was agreed to stays so until there is another version, or a yes to one.
         AND NEW.agreed_n IS NOT DISTINCT FROM
             CASE WHEN who = 'asked' AND NEW.state = 'planned' THEN last.n WHEN NEW.state <> 'proposed' THEN OLD.agreed_n END
         -- Lived, it stays so once anybody has said how it felt.
         AND (OLD.state <> 'lived' OR NOT EXISTS (SELECT 1 FROM public.felt f WHERE f.plan_id = NEW.id)), false) THEN
      RAISE EXCEPTION 'plan_changed' USING ERRCODE = 'NR409';
    END IF;
  END IF;
  IF OLD.state = 'sealed' AND NEW.state <> 'sealed' THEN
    NEW.reveal_at := NULL;
    -- Where only the teaser said when, that stays said: nobody's calendar loses it by the reveal.
    UPDATE public.plan_version v SET day = t.day, starts_at = t.starts_at, minutes = t.minutes
      FROM public.teaser t WHERE NEW.state = 'planned' AND t.plan_id = NEW.id AND v.plan_id = NEW.id AND v.day IS NULL;
    -- What was told is told: it stays with what was revealed, and goes with what was not.
    DELETE FROM public.teaser t WHERE NEW.state = 'draft' AND t.plan_id = NEW.id;
  END IF;
  IF OLD.state IN ('draft', 'sealed') AND NEW.state IN ('proposed', 'planned') THEN
    -- From here on it is for these two, and no later partner. When it was begun stays its author's: for two, it begins now.
    NEW.reader_ids := ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = NEW.couple_id);
    NEW.created_at := app.now();
    UPDATE public.plan_version v SET created_at = app.now() WHERE v.plan_id = NEW.id;
    IF NEW.state = 'planned' THEN
      NEW.revealed_at := app.now();
    END IF;
  END IF;
  IF NEW.state = 'planned' AND OLD.state <> 'lived' AND (NEW.state, NEW.agreed_n) IS DISTINCT FROM (OLD.state, OLD.agreed_n) THEN
    NEW.planned_at := app.now();
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER plan_guard BEFORE UPDATE ON "plan" FOR EACH ROW EXECUTE FUNCTION app.guard_plan();

-- Versions follow one another: the second of two at the same moment finds that the first has come before. The plan's row is locked.
CREATE FUNCTION app.guard_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  p public.plan;
  last int;
BEGIN
  SELECT * INTO p FROM public.plan q WHERE q.id = NEW.plan_id FOR UPDATE;
  IF p.id IS NULL OR p.couple_id <> NEW.couple_id OR NOT app.shows_plan(p, NEW.author_id)
     OR (session_user <> 'nearer_system' AND NEW.author_id IS DISTINCT FROM app.user_id()) THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
  END IF;
  SELECT coalesce(max(v.n), 0) INTO last FROM public.plan_version v WHERE v.plan_id = p.id;
  IF NEW.n <> last + 1 OR (last = 0) <> (p.state = 'draft')
     OR (last = 0) <> (NEW.kind = 'proposed')
     OR (last > 0 AND (p.kind = 'surprise' OR p.state NOT IN ('proposed', 'later', 'planned'))) THEN
    RAISE EXCEPTION 'plan_changed' USING ERRCODE = 'NR409';
  END IF;
  NEW.created_at := app.now();
  RETURN NEW;
END $$;

CREATE TRIGGER plan_version_guard BEFORE INSERT ON "plan_version" FOR EACH ROW EXECUTE FUNCTION app.guard_version();

-- Ideas and plans that draw both (pull 2, the last of `pulls` in lib/ideas/kinds.ts) and are at least partly new to both
-- (novelty 1), from the couple's day after both said so: whoever rates everything to see what comes up shows it to the other
-- too. It says nothing of any other rating, and the same to both.
CREATE FUNCTION app.drawn() RETURNS TABLE (idea_id text, plan_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT mine.idea_id, mine.plan_id
    FROM public.rating mine
    JOIN public.member m ON m.couple_id = app.couple_id() AND m.user_id <> mine.user_id
    JOIN public.rating theirs ON theirs.user_id = m.user_id
     AND (theirs.idea_id = mine.idea_id OR theirs.plan_id = mine.plan_id)
   WHERE mine.user_id = app.user_id()
     AND coalesce(mine.with_id, m.user_id) = m.user_id AND coalesce(theirs.with_id, mine.user_id) = mine.user_id
     AND least(mine.pull, theirs.pull) = 2 AND least(mine.novelty, theirs.novelty) >= 1
     AND (SELECT (greatest(mine.rated_at, theirs.rated_at) AT TIME ZONE c.time_zone)::date
               < (app.now() AT TIME ZONE c.time_zone)::date FROM public.couple c WHERE c.id = app.couple_id())
$$;

-- When it was rated is the database's to say.
CREATE FUNCTION app.date_rating() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.rated_at := app.now();
  RETURN NEW;
END $$;

CREATE TRIGGER rating_date BEFORE INSERT OR UPDATE ON "rating" FOR EACH ROW EXECUTE FUNCTION app.date_rating();

-- Reveals one surprise whose time has come, and says what was recorded. No row: none is due. Called by the worker's
-- login, which sees no plan. Whoever holds a plan or its couple at this moment keeps it until the next call, and holds up
-- nobody else's.
CREATE FUNCTION app.reveal_due() RETURNS TABLE (couple_id uuid, seq int, actor_id uuid, subject_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  SELECT p.couple_id, p.author_id, p.id INTO couple_id, actor_id, subject_id
    FROM public.plan p JOIN public.couple c ON c.id = p.couple_id
   WHERE p.state = 'sealed' AND p.reveal_at <= app.now()
     AND 2 = (SELECT count(*) FROM public.member m WHERE m.couple_id = p.couple_id)
   ORDER BY p.reveal_at LIMIT 1 FOR UPDATE OF p, c SKIP LOCKED;
  IF subject_id IS NULL THEN
    RETURN;
  END IF;
  UPDATE public.plan p SET state = 'planned' WHERE p.id = subject_id;
  seq := app.record_event(couple_id, 'plan.revealed', actor_id, subject_id);
  RETURN NEXT;
END $$;

------------------------------------------------------------------ who is asking, by session or by calendar

-- Opens the scope of this transaction for one person.
CREATE FUNCTION app.open_scope(p_user uuid, p_now timestamptz)
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
    FROM public.member m
    JOIN public."user" u ON u.id = m.user_id
    JOIN public.account a ON a.user_id = m.user_id
    JOIN public.couple c ON c.id = m.couple_id
    LEFT JOIN public.member p ON p.couple_id = c.id AND p.user_id <> m.user_id
    LEFT JOIN public."user" pu ON pu.id = p.user_id
   WHERE m.user_id = p_user;
  IF user_id IS NULL THEN
    RETURN;
  END IF;
  PERFORM set_config('app.user_id', user_id::text, true), set_config('app.couple_id', couple_id::text, true);
  RETURN NEXT;
END $$;

CREATE OR REPLACE FUNCTION app.enter(p_session uuid, p_now timestamptz DEFAULT NULL)
RETURNS TABLE (
  user_id uuid, name text, locale text, time_zone text, welcomed_at timestamptz, user_key uuid,
  couple_id uuid, couple_time_zone text, circumstances text[], event_seq int, couple_key uuid,
  partner_id uuid, partner_name text
)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT o.* FROM public.session s, app.open_scope(s.user_id, p_now) o
   WHERE s.id = p_session AND s.expires_at > coalesce(p_now, now())
$$;

-- Opens the scope of the one whose calendar has this address, for reading only. No row: there is none such.
CREATE FUNCTION app.enter_calendar(p_token_hash bytea, p_now timestamptz DEFAULT NULL)
RETURNS TABLE (
  user_id uuid, name text, locale text, time_zone text, welcomed_at timestamptz, user_key uuid,
  couple_id uuid, couple_time_zone text, circumstances text[], event_seq int, couple_key uuid,
  partner_id uuid, partner_name text
)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT set_config('transaction_read_only', 'on', true);
  SELECT o.* FROM public.calendar c, app.open_scope(c.user_id, p_now) o WHERE c.token_hash = p_token_hash
$$;

------------------------------------------------------------------ what linking, leaving and telling mean for each noun

-- The three functions below this part call these, and these alone grow with the nouns.

-- What may be told to both. Raises for a name that no noun knows: an event is told on purpose.
CREATE FUNCTION app.is_told(p_couple uuid, p_name text, p_subject uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  CASE split_part(p_name, '.', 1)
    WHEN 'couple', 'member', 'invite', 'card', 'turn' THEN
      RETURN true;
    WHEN 'prompt', 'answer', 'response', 'reaction' THEN
      -- Not what one of the two cannot see: what is done there, with an earlier partner's words or alone, is no news.
      RETURN NOT EXISTS (SELECT 1 FROM public.prompt p JOIN public.member m ON m.couple_id = p.couple_id
                          WHERE p.id = p_subject AND p.couple_id = p_couple AND NOT app.is_for(p.reader_ids, m.user_id));
    WHEN 'plan', 'felt' THEN
      RETURN 0 = (SELECT count(*) FROM public.plan p JOIN public.member m ON m.couple_id = p.couple_id
                   WHERE p.id = p_subject AND NOT app.shows_plan(p, m.user_id))
         AND EXISTS (SELECT 1 FROM public.plan p WHERE p.id = p_subject AND p.couple_id = p_couple);
    WHEN 'teaser' THEN
      RETURN EXISTS (SELECT 1 FROM public.teaser t JOIN public.member m ON m.user_id = t.for_id AND m.couple_id = t.couple_id
                      WHERE t.plan_id = p_subject AND t.couple_id = p_couple);
    ELSE
      RAISE EXCEPTION 'no noun tells of %', p_name;
  END CASE;
END $$;

-- Locks what one or two couples have, in the order of docs/architecture.md.
CREATE FUNCTION app.lock_nouns(p_couples uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.prompt p WHERE p.couple_id = ANY (p_couples) ORDER BY p.id FOR UPDATE;
  PERFORM 1 FROM public.plan p WHERE p.couple_id = ANY (p_couples) ORDER BY p.id FOR UPDATE;
  PERFORM 1 FROM public.turn t WHERE t.couple_id = ANY (p_couples) ORDER BY t.couple_id FOR UPDATE;
  PERFORM 1 FROM public.card c JOIN public.member m ON m.user_id = c.user_id
    WHERE m.couple_id = ANY (p_couples) ORDER BY c.user_id FOR UPDATE OF c;
  PERFORM 1 FROM public.couple c WHERE c.id = ANY (p_couples) ORDER BY c.id FOR UPDATE;
END $$;

-- Two become a couple: plans move with their author, whose alone they are until they are proposed or revealed. Turns are
-- begun by the two.
CREATE FUNCTION app.link_plans(p_into uuid, p_from uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.plan p SET couple_id = p_into WHERE p.couple_id = p_from;
  UPDATE public.plan_version v SET couple_id = p_into WHERE v.couple_id = p_from;
  UPDATE public.teaser t SET couple_id = p_into WHERE t.couple_id = p_from;
  UPDATE public.felt f SET couple_id = p_into WHERE f.couple_id = p_from;
  DELETE FROM public.turn t WHERE t.couple_id IN (p_into, p_from);
END $$;

-- Somebody goes for good. Sealed plans die: the person's own wholly; the other's go back to being a draft that nobody is told
-- of. What was proposed or planned and not lived is let go; a shared one keeps its place without the person's words.
CREATE FUNCTION app.leave_plans(p_couple uuid, p_user uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.plan p WHERE p.couple_id = p_couple AND p.author_id = p_user AND p.state IN ('draft', 'sealed');
  -- Under a new id: the old one was told by the teaser.
  UPDATE public.plan p SET state = 'draft', reveal_at = NULL WHERE p.couple_id = p_couple AND p.state = 'sealed';
  UPDATE public.plan p SET id = gen_random_uuid()
   WHERE p.couple_id = p_couple AND p.state = 'draft'
     AND EXISTS (SELECT 1 FROM public.event e WHERE e.couple_id = p_couple AND e.subject_id = p.id);
  UPDATE public.plan p SET state = 'letgo', later_until = NULL
   WHERE p.couple_id = p_couple AND p.state IN ('proposed', 'later', 'planned');
  UPDATE public.plan_version v SET sealed_body = NULL WHERE v.author_id = p_user;
  UPDATE public.felt f SET sealed_body = NULL, withdrawn_at = app.now() WHERE f.author_id = p_user AND f.withdrawn_at IS NULL;
  DELETE FROM public.plan p WHERE p.couple_id = p_couple AND p.reader_ids = ARRAY[p_user];
  UPDATE public.plan p SET reader_ids = array_remove(p.reader_ids, p_user)
   WHERE p.couple_id = p_couple AND p_user = ANY (p.reader_ids);
  DELETE FROM public.turn t WHERE t.couple_id = p_couple;
END $$;

CREATE OR REPLACE FUNCTION app.record_event(p_couple uuid, p_name text, p_actor uuid, p_subject uuid) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE n int;
BEGIN
  IF session_user <> 'nearer_system'
     AND (p_couple IS DISTINCT FROM app.couple_id() OR p_actor IS DISTINCT FROM app.user_id()) THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = '42501';
  END IF;
  IF NOT app.is_told(p_couple, p_name, p_subject) THEN
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

CREATE OR REPLACE FUNCTION app.link_couple(p_invite uuid, p_inviter uuid, p_accepter uuid)
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
  PERFORM app.lock_nouns(ARRAY[i.couple_id, from_couple]);
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
  PERFORM app.link_plans(i.couple_id, from_couple);

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

CREATE OR REPLACE FUNCTION app.delete_account(p_user uuid)
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
  PERFORM app.lock_nouns(ARRAY[c]);
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
  PERFORM app.leave_plans(c, p_user);
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

GRANT CREATE ON SCHEMA app TO nearer_guard;
REVOKE ALL ON FUNCTION app.shows_plan(public.plan, uuid), app.plan_steps(), app.guard_plan(), app.guard_version(), app.drawn(),
  app.reveal_due(), app.is_told(uuid, text, uuid), app.lock_nouns(uuid[]), app.link_plans(uuid, uuid), app.leave_plans(uuid, uuid),
  app.open_scope(uuid, timestamptz), app.enter_calendar(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.shows_plan(public.plan, uuid) TO nearer_app, nearer_system, nearer_guard;
GRANT EXECUTE ON FUNCTION app.plan_steps() TO nearer_guard;
ALTER FUNCTION app.guard_plan() OWNER TO nearer_guard;
ALTER FUNCTION app.guard_version() OWNER TO nearer_guard;
ALTER FUNCTION app.drawn() OWNER TO nearer_guard;
ALTER FUNCTION app.reveal_due() OWNER TO nearer_guard;
ALTER FUNCTION app.is_told(uuid, text, uuid) OWNER TO nearer_guard;
ALTER FUNCTION app.lock_nouns(uuid[]) OWNER TO nearer_guard;
ALTER FUNCTION app.link_plans(uuid, uuid) OWNER TO nearer_guard;
ALTER FUNCTION app.leave_plans(uuid, uuid) OWNER TO nearer_guard;
ALTER FUNCTION app.open_scope(uuid, timestamptz) OWNER TO nearer_guard;
ALTER FUNCTION app.enter_calendar(bytea, timestamptz) OWNER TO nearer_guard;
GRANT EXECUTE ON FUNCTION app.drawn(), app.enter_calendar(bytea, timestamptz) TO nearer_app;
GRANT EXECUTE ON FUNCTION app.reveal_due() TO nearer_system;
REVOKE CREATE ON SCHEMA app FROM nearer_guard;

------------------------------------------------------------------ every table

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan', 'plan_version', 'teaser', 'felt', 'rating', 'card', 'observation', 'turn', 'calendar'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY guard ON public.%I TO nearer_guard USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO nearer_guard', t);
  END LOOP;
END $$;

------------------------------------------------------------------ what a member sees and may do

-- Plans. The rule of app.shows_plan, written out: a call for each hidden row would tell by its time how many there are.
CREATE POLICY shown ON "plan" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (author_id = (SELECT app.user_id())
    OR (state NOT IN ('draft', 'sealed') AND (SELECT app.user_id()) = ANY (reader_ids))));
CREATE POLICY author_begins ON "plan" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()) AND state = 'draft'
    AND (prompt_id IS NULL OR EXISTS (SELECT 1 FROM prompt q WHERE q.id = prompt_id AND q.revealed_at IS NOT NULL)));
CREATE POLICY shown_goes_on ON "plan" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (author_id = (SELECT app.user_id())
    OR (state NOT IN ('draft', 'sealed') AND (SELECT app.user_id()) = ANY (reader_ids))))
  WITH CHECK (couple_id = (SELECT app.couple_id()));
CREATE POLICY author_drops ON "plan" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()) AND state IN ('draft', 'sealed'));
GRANT SELECT, DELETE, UPDATE (state, reveal_at, later_until, agreed_n, lived_on),
  INSERT (id, couple_id, kind, author_id, state, prompt_id, created_at) ON "plan" TO nearer_app;

CREATE POLICY shown ON "plan_version" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id));
CREATE POLICY author_gives ON "plan_version" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY author_writes ON "plan_version" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id AND p.state IN ('draft', 'sealed')))
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE (sealed_body, day, starts_at, minutes) ON "plan_version" TO nearer_app;

CREATE POLICY told ON "teaser" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (SELECT app.user_id()) IN (author_id, for_id));
CREATE POLICY author_gives ON "teaser" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND for_id IN (SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id()))
    AND EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id AND p.author_id = (SELECT app.user_id()) AND p.state = 'sealed'));
CREATE POLICY author_changes ON "teaser" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id AND p.state = 'sealed'));
CREATE POLICY author_takes_back ON "teaser" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id AND p.state = 'sealed'));
GRANT SELECT, INSERT, DELETE, UPDATE (day, starts_at, minutes, sealed_body, given_at) ON "teaser" TO nearer_app;

CREATE POLICY shown ON "felt" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id));
CREATE POLICY author_gives ON "felt" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id AND p.state = 'lived'));
CREATE POLICY author_withdraws ON "felt" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()))
  WITH CHECK (sealed_body IS NULL AND withdrawn_at IS NOT NULL);
GRANT SELECT, INSERT, UPDATE (sealed_body, withdrawn_at) ON "felt" TO nearer_app;

-- What is one person's alone
CREATE POLICY own ON "rating" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id()) AND (plan_id IS NULL OR EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id)));
GRANT SELECT, DELETE, INSERT (id, user_id, with_id, idea_id, plan_id, novelty, pull), UPDATE (with_id, novelty, pull) ON "rating" TO nearer_app;

CREATE POLICY own ON "observation" TO nearer_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE (sealed_body), DELETE ON "observation" TO nearer_app;

CREATE POLICY own ON "calendar" TO nearer_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE (token_hash, shows_titles, created_at), DELETE ON "calendar" TO nearer_app;

-- A card is its owner's, and the one's to whom it is shown, as long as they are a couple.
CREATE POLICY own ON "card" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id())
    AND (shown_to_id IS NULL OR shown_to_id IN (SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id()))));
CREATE POLICY shown ON "card" FOR SELECT TO nearer_app
  USING (shown_to_id = (SELECT app.user_id()) AND user_id IN (SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id())));
GRANT SELECT, INSERT, UPDATE (shown_to_id, sealed_body), DELETE ON "card" TO nearer_app;

-- Turns are the couple's.
CREATE POLICY couple ON "turn" TO nearer_app
  USING (couple_id = (SELECT app.couple_id()))
  WITH CHECK (couple_id = (SELECT app.couple_id())
    AND first_id IN (SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id())));
GRANT SELECT, INSERT, UPDATE (rhythm, anchor_on, anchor_n, first_id), DELETE ON "turn" TO nearer_app;
