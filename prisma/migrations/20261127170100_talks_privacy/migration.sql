-- The rules of privacy for talks. A note is its author's alone. Of a brought one the title stands in a row of its own, the
-- matter, which the other sees as long as a talk holds it; joining the two is the database's to do.

------------------------------------------------------------------ whose a talk is

-- Both members, or nobody: a talk takes two.
CREATE FUNCTION app.two_of(p_couple uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE two uuid[] := ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = p_couple ORDER BY m.slot);
BEGIN
  IF cardinality(two) < 2 THEN
    RAISE EXCEPTION 'alone' USING ERRCODE = 'NR409';
  END IF;
  RETURN two;
END $$;

CREATE FUNCTION app.name_readers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.reader_ids := app.two_of(NEW.couple_id);
  RETURN NEW;
END $$;

CREATE TRIGGER talk_readers BEFORE INSERT ON "talk" FOR EACH ROW EXECUTE FUNCTION app.name_readers();

-- One talk at a time.
CREATE UNIQUE INDEX talk_under_way ON "talk" (couple_id) WHERE begun_at IS NOT NULL AND ended_at IS NULL;

------------------------------------------------------------------ notes and what they bring

-- What was brought joins a talk once both have arrived, not before: whoever begins one alone learns nothing. On one phone its
-- host says yes for both, so of the other's only what was lent for that joins. It leaves again where it was not taken up: hidden
-- as before. An evening of questions takes none.
CREATE FUNCTION app.has_arrived(t public.talk) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT t.begun_at IS NOT NULL AND t.ended_at IS NULL AND t.form <> 'evening' AND coalesce((t.state ->> 'step')::int, 0) > 0 $$;

-- Bringing and joining wait for one another, so that nothing comes between.
CREATE FUNCTION app.lock_matters(p_couple uuid) RETURNS void LANGUAGE sql VOLATILE
  AS $$ SELECT pg_advisory_xact_lock(hashtextextended('matters:' || p_couple, 0)) $$;

CREATE FUNCTION app.join_matters() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.has_arrived(NEW) = app.has_arrived(OLD) THEN
    RETURN NULL;
  END IF;
  PERFORM app.lock_matters(NEW.couple_id);
  IF app.has_arrived(NEW) THEN
    UPDATE public.matter m SET talk_id = NEW.id
     WHERE m.couple_id = NEW.couple_id AND m.talk_id IS NULL
       AND (NEW.phones = 2 OR m.author_id = NEW.host_id OR EXISTS (SELECT 1 FROM public.lent_note n WHERE n.id = m.id));
  ELSE
    UPDATE public.matter m SET talk_id = NULL WHERE m.talk_id = NEW.id AND NOT m.is_taken;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER talk_goes_on AFTER UPDATE ON "talk" FOR EACH ROW EXECUTE FUNCTION app.join_matters();

-- Brought in the middle of a talk, it is there at once.
CREATE FUNCTION app.bring_matter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM app.two_of(NEW.couple_id), app.lock_matters(NEW.couple_id);
  NEW.is_taken := false;
  SELECT t.id INTO NEW.talk_id FROM public.talk t WHERE t.couple_id = NEW.couple_id AND app.has_arrived(t);
  RETURN NEW;
END $$;

CREATE TRIGGER matter_bring BEFORE INSERT ON "matter" FOR EACH ROW EXECUTE FUNCTION app.bring_matter();

-- Whoever takes a matter up changes nothing else of it; its words are its author's.
CREATE FUNCTION app.guard_matter() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.user_id() IS NOT NULL AND app.user_id() IS DISTINCT FROM OLD.author_id
     AND (NEW.kind, NEW.sealed_title) IS DISTINCT FROM (OLD.kind, OLD.sealed_title) THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER matter_guard BEFORE UPDATE ON "matter" FOR EACH ROW EXECUTE FUNCTION app.guard_matter();

------------------------------------------------------------------ the record

-- Parts follow one another; the second of two at the same moment finds that the first has come before.
CREATE FUNCTION app.guard_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t public.talk;
  last int;
BEGIN
  SELECT * INTO t FROM public.talk k WHERE k.id = NEW.talk_id FOR UPDATE;
  IF t.id IS NULL OR t.couple_id <> NEW.couple_id OR NOT coalesce(NEW.author_id = ANY (t.reader_ids), false)
     OR t.begun_at IS NULL OR t.form = 'evening' THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
  END IF;
  SELECT coalesce(max(p.n), 0) INTO last FROM public.record_part p WHERE p.talk_id = t.id;
  IF NEW.n <> last + 1 THEN
    RAISE EXCEPTION 'record_changed' USING ERRCODE = 'NR409';
  END IF;
  NEW.created_at := app.now();
  RETURN NEW;
END $$;

CREATE TRIGGER record_part_guard BEFORE INSERT ON "record_part" FOR EACH ROW EXECUTE FUNCTION app.guard_part();

-- A yes is to the record as it stands, and to no other.
CREATE FUNCTION app.guard_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.talk k WHERE k.id = NEW.talk_id FOR UPDATE;
  IF NEW.n IS DISTINCT FROM (SELECT max(p.n) FROM public.record_part p WHERE p.talk_id = NEW.talk_id) THEN
    RAISE EXCEPTION 'record_changed' USING ERRCODE = 'NR409';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER approval_guard BEFORE INSERT OR UPDATE ON "approval" FOR EACH ROW EXECUTE FUNCTION app.guard_approval();

------------------------------------------------------------------ commitments

-- Offered by one, accepted by the other; what became of it is said by one and settled by the other's same word.
CREATE FUNCTION app.guard_commitment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me uuid := app.user_id();
BEGIN
  -- Functions of ours come from elsewhere: leaving. And a talk that never was lets go of what was offered in it.
  IF me IS NULL OR (NEW.accepted_at, NEW.said_outcome, NEW.outcome) IS NOT DISTINCT FROM (OLD.accepted_at, OLD.said_outcome, OLD.outcome) THEN
    RETURN NEW;
  END IF;
  IF NEW.accepted_at IS DISTINCT FROM OLD.accepted_at THEN
    IF OLD.accepted_at IS NOT NULL OR OLD.author_id IS NULL OR OLD.author_id = me THEN
      RAISE EXCEPTION 'commitment_changed' USING ERRCODE = 'NR409';
    END IF;
    NEW.accepted_at := app.now();
  ELSIF OLD.accepted_at IS NULL THEN
    RAISE EXCEPTION 'commitment_changed' USING ERRCODE = 'NR409';
  END IF;
  IF OLD.outcome IS NOT NULL AND (NEW.outcome, NEW.said_outcome) IS DISTINCT FROM (OLD.outcome, OLD.said_outcome) THEN
    RAISE EXCEPTION 'commitment_changed' USING ERRCODE = 'NR409';
  END IF;
  IF NEW.outcome IS DISTINCT FROM OLD.outcome THEN
    IF NEW.outcome = 'changed' THEN
      -- By another in its place, to which both have said yes.
      IF NOT EXISTS (SELECT 1 FROM public.commitment c WHERE c.earlier_id = NEW.id AND c.accepted_at IS NOT NULL) THEN
        RAISE EXCEPTION 'commitment_changed' USING ERRCODE = 'NR409';
      END IF;
    ELSIF OLD.said_by_id IS NULL OR OLD.said_by_id = me OR OLD.said_outcome IS DISTINCT FROM NEW.outcome THEN
      RAISE EXCEPTION 'commitment_changed' USING ERRCODE = 'NR409';
    END IF;
    NEW.settled_at := app.now();
  ELSIF NEW.said_outcome IS DISTINCT FROM OLD.said_outcome THEN
    NEW.said_by_id := CASE WHEN NEW.said_outcome IS NULL THEN NULL ELSE me END;
  END IF;
  RETURN NEW;
END $$;

-- What it would take the place of is these two's, and open.
CREATE FUNCTION app.guard_offer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.reader_ids := app.two_of(NEW.couple_id);
  IF NEW.earlier_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.commitment c
      WHERE c.id = NEW.earlier_id AND c.couple_id = NEW.couple_id AND c.reader_ids @> NEW.reader_ids
        AND c.accepted_at IS NOT NULL AND c.outcome IS NULL) THEN
    RAISE EXCEPTION 'commitment_changed' USING ERRCODE = 'NR409';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER commitment_offer BEFORE INSERT ON "commitment" FOR EACH ROW EXECUTE FUNCTION app.guard_offer();
CREATE TRIGGER commitment_guard BEFORE UPDATE ON "commitment" FOR EACH ROW EXECUTE FUNCTION app.guard_commitment();

------------------------------------------------------------------ what linking, leaving and telling mean for each noun

-- From here on the nouns stand in five functions, and only these grow: app.is_told, app.lock_nouns, app.link_nouns,
-- app.leave_nouns, and each noun's own of the last two.

CREATE OR REPLACE FUNCTION app.is_told(p_couple uuid, p_name text, p_subject uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  CASE split_part(p_name, '.', 1)
    WHEN 'couple', 'member', 'invite', 'card', 'turn', 'ritual' THEN
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
    WHEN 'talk', 'record' THEN
      RETURN EXISTS (SELECT 1 FROM public.talk t WHERE t.id = p_subject AND t.couple_id = p_couple
                        AND t.reader_ids @> ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = p_couple));
    WHEN 'commitment' THEN
      -- One that was declined or taken back is gone.
      RETURN p_name = 'commitment.declined'
          OR EXISTS (SELECT 1 FROM public.commitment c WHERE c.id = p_subject AND c.couple_id = p_couple
                        AND c.reader_ids @> ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = p_couple));
    ELSE
      RAISE EXCEPTION 'no noun tells of %', p_name;
  END CASE;
END $$;

-- Locks what one or two couples have, in the order of docs/architecture.md.
CREATE OR REPLACE FUNCTION app.lock_nouns(p_couples uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.prompt p WHERE p.couple_id = ANY (p_couples) ORDER BY p.id FOR UPDATE;
  PERFORM 1 FROM public.plan p WHERE p.couple_id = ANY (p_couples) ORDER BY p.id FOR UPDATE;
  PERFORM 1 FROM public.turn t WHERE t.couple_id = ANY (p_couples) ORDER BY t.couple_id FOR UPDATE;
  PERFORM 1 FROM public.card c JOIN public.member m ON m.user_id = c.user_id
    WHERE m.couple_id = ANY (p_couples) ORDER BY c.user_id FOR UPDATE OF c;
  PERFORM 1 FROM public.ritual r WHERE r.couple_id = ANY (p_couples) ORDER BY r.couple_id, r.is_agreed FOR UPDATE;
  PERFORM 1 FROM public.talk t WHERE t.couple_id = ANY (p_couples) ORDER BY t.id FOR UPDATE;
  PERFORM 1 FROM public.matter m WHERE m.couple_id = ANY (p_couples) ORDER BY m.id FOR UPDATE;
  PERFORM 1 FROM public.commitment c WHERE c.couple_id = ANY (p_couples) ORDER BY c.id FOR UPDATE;
  PERFORM 1 FROM public.couple c WHERE c.id = ANY (p_couples) ORDER BY c.id FOR UPDATE;
END $$;

-- Two become a couple: what one held with somebody before moves along, and is no later partner's to see. The two say anew
-- when they talk. Notes are a person's own, and nothing that somebody alone could have brought.
CREATE FUNCTION app.link_talks(p_into uuid, p_from uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.ritual r WHERE r.couple_id IN (p_into, p_from);
  -- A day that has passed with somebody before may come again with these two.
  UPDATE public.talk t SET day = NULL WHERE t.couple_id IN (p_into, p_from);
  UPDATE public.talk t SET couple_id = p_into WHERE t.couple_id = p_from;
  UPDATE public.matter m SET couple_id = p_into WHERE m.couple_id = p_from;
  UPDATE public.lent_note n SET couple_id = p_into WHERE n.couple_id = p_from;
  UPDATE public.record_part p SET couple_id = p_into WHERE p.couple_id = p_from;
  UPDATE public.approval a SET couple_id = p_into WHERE a.couple_id = p_from;
  UPDATE public.commitment c SET couple_id = p_into WHERE c.couple_id = p_from;
END $$;

-- Somebody goes for good. A title that was brought for one partner never shows to the next. What was said together keeps its
-- place without the words of the one who goes; what was promised is over.
CREATE FUNCTION app.leave_talks(p_couple uuid, p_user uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.ritual r WHERE r.couple_id = p_couple;
  UPDATE public.talk t SET ended_at = app.now() WHERE t.couple_id = p_couple AND t.begun_at IS NOT NULL AND t.ended_at IS NULL;
  DELETE FROM public.talk t WHERE t.couple_id = p_couple AND t.begun_at IS NULL;
  UPDATE public.talk t SET day = NULL WHERE t.couple_id = p_couple AND t.day IS NOT NULL;
  DELETE FROM public.matter m WHERE m.couple_id = p_couple AND m.talk_id IS NULL;
  DELETE FROM public.lent_note n WHERE n.couple_id = p_couple;
  UPDATE public.matter m SET sealed_title = NULL WHERE m.author_id = p_user;
  UPDATE public.record_part p SET sealed_body = NULL WHERE p.author_id = p_user;
  DELETE FROM public.commitment c WHERE c.couple_id = p_couple AND c.accepted_at IS NULL;
  UPDATE public.commitment c SET outcome = 'letgo', settled_at = app.now(), said_outcome = NULL, said_by_id = NULL
   WHERE c.couple_id = p_couple AND c.outcome IS NULL;
  UPDATE public.commitment c SET sealed_body = NULL WHERE c.author_id = p_user;
  DELETE FROM public.talk t WHERE t.couple_id = p_couple AND t.reader_ids = ARRAY[p_user];
  DELETE FROM public.commitment c WHERE c.couple_id = p_couple AND c.reader_ids = ARRAY[p_user];
  UPDATE public.talk t SET reader_ids = array_remove(t.reader_ids, p_user)
   WHERE t.couple_id = p_couple AND p_user = ANY (t.reader_ids);
  UPDATE public.commitment c SET reader_ids = array_remove(c.reader_ids, p_user)
   WHERE c.couple_id = p_couple AND p_user = ANY (c.reader_ids);
END $$;

CREATE FUNCTION app.link_nouns(p_into uuid, p_from uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM app.link_plans(p_into, p_from), app.link_talks(p_into, p_from);
END $$;

CREATE FUNCTION app.leave_nouns(p_couple uuid, p_user uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM app.leave_plans(p_couple, p_user), app.leave_talks(p_couple, p_user);
END $$;

CREATE OR REPLACE FUNCTION app.record_event(p_couple uuid, p_name text, p_actor uuid, p_subject uuid) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE n int;
BEGIN
  IF session_user <> 'nearer_system'
     AND (p_couple IS DISTINCT FROM app.couple_id()
       -- Of what is done in a talk nobody is told who did it.
       OR p_actor IS DISTINCT FROM CASE WHEN p_name IN ('talk.changed', 'talk.ended') THEN NULL ELSE app.user_id() END) THEN
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
  PERFORM app.link_nouns(i.couple_id, from_couple);

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
  PERFORM app.leave_nouns(c, p_user);
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
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['two_of(uuid)', 'name_readers()', 'has_arrived(public.talk)', 'lock_matters(uuid)', 'join_matters()', 'bring_matter()', 'guard_matter()', 'guard_part()',
    'guard_approval()', 'guard_offer()', 'guard_commitment()', 'link_talks(uuid, uuid)', 'leave_talks(uuid, uuid)', 'link_nouns(uuid, uuid)',
    'leave_nouns(uuid, uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO nearer_guard', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA app FROM nearer_guard;

------------------------------------------------------------------ every table

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ritual', 'talk', 'note', 'matter', 'lent_note', 'record_part', 'approval', 'commitment'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY guard ON public.%I TO nearer_guard USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO nearer_guard', t);
  END LOOP;
END $$;

------------------------------------------------------------------ what a member sees and may do

CREATE POLICY couple ON "ritual" TO nearer_app
  USING (couple_id = (SELECT app.couple_id()))
  WITH CHECK (couple_id = (SELECT app.couple_id())
    AND author_id IN (SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id())));
GRANT SELECT, INSERT, DELETE, UPDATE (author_id, rhythm, weekday, time, form, from_day, created_at) ON "ritual" TO nearer_app;

-- A talk is the two's whose it is, and goes on between them only. One that was begun is never deleted.
CREATE POLICY shared ON "talk" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (SELECT app.user_id()) = ANY (reader_ids));
CREATE POLICY both_begin ON "talk" FOR INSERT TO nearer_app WITH CHECK (couple_id = (SELECT app.couple_id()));
CREATE POLICY both_go_on ON "talk" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND ended_at IS NULL AND (SELECT app.user_id()) = ANY (reader_ids)
    AND cardinality(reader_ids) = 2 AND reader_ids @> ARRAY(SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id())))
  WITH CHECK (couple_id = (SELECT app.couple_id())
    AND (host_id IS NULL OR host_id IN (SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id()))));
CREATE POLICY both_clear ON "talk" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND begun_at IS NULL AND (SELECT app.user_id()) = ANY (reader_ids));
GRANT SELECT, DELETE, UPDATE (form, starts_at, skipped_at, begun_at, ended_at, phones, host_id, state, version, said_at),
  INSERT (id, couple_id, form, day, starts_at, skipped_at, begun_at, phones, host_id, state, version, said_at) ON "talk" TO nearer_app;

CREATE POLICY own ON "note" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id())
    AND (prompt_id IS NULL OR EXISTS (SELECT 1 FROM prompt q WHERE q.id = prompt_id AND q.revealed_at IS NOT NULL)));
GRANT SELECT, DELETE, UPDATE (kind, sealed_body), INSERT (id, user_id, kind, sealed_body, prompt_id, created_at) ON "note" TO nearer_app;

-- Written out, not by a function: a call for each hidden row would tell by its time how many there are.
CREATE POLICY author ON "matter" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY joined ON "matter" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND talk_id IS NOT NULL AND talk_id IN (SELECT id FROM talk));
CREATE POLICY author_brings ON "matter" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM note n WHERE n.id = matter.id));
CREATE POLICY author_takes_back ON "matter" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()) AND NOT is_taken);
CREATE POLICY author_words ON "matter" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()) AND NOT is_taken);
CREATE POLICY both_take ON "matter" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND talk_id IN (SELECT id FROM talk WHERE begun_at IS NOT NULL AND ended_at IS NULL));
GRANT SELECT, DELETE, UPDATE (kind, sealed_title, is_taken), INSERT (id, couple_id, author_id, kind, sealed_title, is_taken) ON "matter" TO nearer_app;

CREATE POLICY author ON "lent_note" TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()))
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND EXISTS (SELECT 1 FROM matter m WHERE m.id = lent_note.id AND m.author_id = (SELECT app.user_id())));
CREATE POLICY host ON "lent_note" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND id IN (
    SELECT m.id FROM matter m JOIN talk t ON t.id = m.talk_id
     WHERE t.phones = 1 AND t.host_id = (SELECT app.user_id()) AND t.begun_at IS NOT NULL AND t.ended_at IS NULL));
GRANT SELECT, INSERT, DELETE, UPDATE (sealed_text) ON "lent_note" TO nearer_app;

CREATE POLICY shared ON "record_part" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND talk_id IN (SELECT id FROM talk));
CREATE POLICY author_writes ON "record_part" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND talk_id IN (SELECT id FROM talk WHERE cardinality(reader_ids) = 2
      AND reader_ids @> ARRAY(SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id()))));
GRANT SELECT, INSERT (id, talk_id, couple_id, author_id, kind, n, sealed_body, created_at) ON "record_part" TO nearer_app;

CREATE POLICY shared ON "approval" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND talk_id IN (SELECT id FROM talk));
CREATE POLICY own_says ON "approval" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND user_id = (SELECT app.user_id())
    AND talk_id IN (SELECT id FROM talk WHERE cardinality(reader_ids) = 2
      AND reader_ids @> ARRAY(SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id()))));
CREATE POLICY own_says_again ON "approval" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND user_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE (n) ON "approval" TO nearer_app;

CREATE POLICY shared ON "commitment" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (SELECT app.user_id()) = ANY (reader_ids));
CREATE POLICY author_offers ON "commitment" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id())
    AND (doer_id IS NULL OR doer_id IN (SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id())))
    AND (talk_id IS NULL OR talk_id IN (SELECT id FROM talk)));
CREATE POLICY both_go_on ON "commitment" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (SELECT app.user_id()) = ANY (reader_ids)
    AND cardinality(reader_ids) = 2 AND reader_ids @> ARRAY(SELECT user_id FROM member WHERE couple_id = (SELECT app.couple_id())));
CREATE POLICY both_clear ON "commitment" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND accepted_at IS NULL AND (SELECT app.user_id()) = ANY (reader_ids));
GRANT SELECT, DELETE, UPDATE (accepted_at, said_outcome, outcome),
  INSERT (id, couple_id, talk_id, author_id, doer_id, is_both, sealed_body, review_on, created_at, earlier_id) ON "commitment" TO nearer_app;
