-- What of a talk somebody could do alone, or find out, that they should not.

------------------------------------------------------------------ who is here

-- Who has said, by a session of their own, that they are in this talk. On one phone its host says yes for both; what the other
-- brought shows there only once the other has said so too.
ALTER TABLE "talk" ADD COLUMN "here_ids" UUID[] NOT NULL DEFAULT '{}';

-- A yes on arriving can be taken back, and holds for a quarter of an hour; whatever is done later counts as being here.
CREATE FUNCTION app.note_here() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me uuid := app.user_id();
  is_here boolean;
BEGIN
  IF NEW.begun_at IS NULL THEN
    NEW.here_ids := '{}';
  ELSIF me = ANY (NEW.reader_ids) THEN
    IF app.has_arrived(NEW) AND NOT app.has_arrived(OLD)
       AND (NEW.state ->> 'stepAt')::float8 - coalesce((OLD.state ->> 'markedAt')::float8, 0) >= 15 * 60 * 1000 THEN
      OLD.here_ids := '{}';
      NEW.here_ids := '{}';
    END IF;
    is_here := coalesce((NEW.state ->> 'step')::int, 0) > 0
            OR coalesce((NEW.state -> 'marks' ->> (array_position(NEW.reader_ids, me) - 1))::boolean, false);
    IF is_here AND NOT me = ANY (OLD.here_ids) THEN
      NEW.here_ids := OLD.here_ids || me;
    ELSIF NOT is_here THEN
      NEW.here_ids := array_remove(OLD.here_ids, me);
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER talk_here BEFORE UPDATE ON "talk" FOR EACH ROW EXECUTE FUNCTION app.note_here();

------------------------------------------------------------------ a matter has an id of its own

-- By the note's own id the other could ask whether the note is still there. Only the note knows which matter is its.
ALTER TABLE "note" ADD COLUMN "matter_id" UUID;
SET ROLE nearer_guard;
UPDATE "note" n SET "matter_id" = m."id" FROM "matter" m WHERE m."id" = n."id";
DELETE FROM "lent_note" l WHERE NOT EXISTS (SELECT 1 FROM "matter" m WHERE m."id" = l."id");
RESET ROLE;
CREATE UNIQUE INDEX "note_matter_id_key" ON "note"("matter_id");
ALTER TABLE "note" ADD CONSTRAINT "note_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "lent_note" ADD CONSTRAINT "lent_note_id_fkey" FOREIGN KEY ("id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DROP POLICY author_brings ON "matter";
CREATE POLICY author_brings ON "matter" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
DROP POLICY own ON "note";
CREATE POLICY own ON "note" TO nearer_app
  USING (user_id = (SELECT app.user_id()))
  WITH CHECK (user_id = (SELECT app.user_id())
    AND (prompt_id IS NULL OR EXISTS (SELECT 1 FROM prompt q WHERE q.id = prompt_id AND q.revealed_at IS NOT NULL))
    AND (matter_id IS NULL OR EXISTS (SELECT 1 FROM matter m WHERE m.id = matter_id AND m.author_id = (SELECT app.user_id()))));
GRANT UPDATE (matter_id) ON "note" TO nearer_app;

------------------------------------------------------------------ two, and nobody who is just going

-- The couple's row is held, so that nobody leaves between this and the commit.
CREATE OR REPLACE FUNCTION app.two_of(p_couple uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE two uuid[];
BEGIN
  PERFORM 1 FROM public.couple c WHERE c.id = p_couple FOR KEY SHARE;
  two := ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = p_couple ORDER BY m.slot);
  IF cardinality(two) < 2 THEN
    RAISE EXCEPTION 'alone' USING ERRCODE = 'NR409';
  END IF;
  RETURN two;
END $$;

------------------------------------------------------------------ what shows in a talk

-- What was brought shows once both have arrived and its author is here; on one phone, of the other's only what was lent for it.
CREATE FUNCTION app.shows_matter(m public.matter, t public.talk) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.couple_id = t.couple_id AND app.has_arrived(t) AND m.author_id = ANY (t.here_ids)
     AND (t.phones = 2 OR m.author_id = t.host_id OR EXISTS (SELECT 1 FROM public.lent_note n WHERE n.id = m.id))
$$;

CREATE OR REPLACE FUNCTION app.join_matters() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF app.has_arrived(NEW) THEN
    IF app.has_arrived(OLD) AND (NEW.here_ids, NEW.phones, NEW.host_id) IS NOT DISTINCT FROM (OLD.here_ids, OLD.phones, OLD.host_id) THEN
      RETURN NULL;
    END IF;
    PERFORM app.lock_matters(NEW.couple_id);
    UPDATE public.matter m SET talk_id = NEW.id
     WHERE m.couple_id = NEW.couple_id AND m.talk_id IS NULL AND app.shows_matter(m, NEW);
  ELSIF app.has_arrived(OLD) THEN
    PERFORM app.lock_matters(NEW.couple_id);
    -- It was lent for this talk.
    DELETE FROM public.lent_note n USING public.matter m WHERE m.id = n.id AND m.talk_id = NEW.id;
    UPDATE public.matter m SET talk_id = NULL WHERE m.talk_id = NEW.id AND NOT m.is_taken;
  END IF;
  RETURN NULL;
END $$;

-- Brought in the middle of a talk, it is there at once: where its author is here too.
CREATE OR REPLACE FUNCTION app.bring_matter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- Thanks and asks have steps of their own, in which they stand beside their writer alone.
  IF NEW.kind IN ('gratitude', 'ask') THEN
    RAISE EXCEPTION 'invalid' USING ERRCODE = 'NR409';
  END IF;
  PERFORM app.two_of(NEW.couple_id), app.lock_matters(NEW.couple_id);
  NEW.is_taken := false;
  SELECT t.id INTO NEW.talk_id FROM public.talk t
   WHERE t.couple_id = NEW.couple_id AND app.has_arrived(t) AND NEW.author_id = ANY (t.here_ids);
  RETURN NEW;
END $$;

-- Lent in the middle of one on one phone, it shows there from now on.
CREATE FUNCTION app.lend_note() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM app.lock_matters(NEW.couple_id);
  UPDATE public.matter m SET talk_id = t.id FROM public.talk t
   WHERE m.id = NEW.id AND m.talk_id IS NULL AND t.couple_id = NEW.couple_id AND app.shows_matter(m, t);
  RETURN NULL;
END $$;

CREATE TRIGGER lent_note_shows AFTER INSERT ON "lent_note" FOR EACH ROW EXECUTE FUNCTION app.lend_note();

DROP POLICY host ON "lent_note";
CREATE POLICY host ON "lent_note" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND id IN (
    SELECT m.id FROM matter m JOIN talk t ON t.id = m.talk_id
     WHERE t.phones = 1 AND t.host_id = (SELECT app.user_id()) AND m.author_id = ANY (t.here_ids)
       AND t.begun_at IS NOT NULL AND t.ended_at IS NULL));

------------------------------------------------------------------ the record

-- Nothing is written down of a talk to which the two have not come yet: stopped there, it never was.
CREATE OR REPLACE FUNCTION app.guard_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t public.talk;
  last int;
BEGIN
  SELECT * INTO t FROM public.talk k WHERE k.id = NEW.talk_id FOR UPDATE;
  IF t.id IS NULL OR t.couple_id <> NEW.couple_id OR NOT coalesce(NEW.author_id = ANY (t.reader_ids), false)
     OR t.begun_at IS NULL OR t.form = 'evening' OR coalesce((t.state ->> 'step')::int, 0) = 0 THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
  END IF;
  SELECT coalesce(max(p.n), 0) INTO last FROM public.record_part p WHERE p.talk_id = t.id;
  IF NEW.n <> last + 1 THEN
    RAISE EXCEPTION 'record_changed' USING ERRCODE = 'NR409';
  END IF;
  NEW.created_at := app.now();
  RETURN NEW;
END $$;

------------------------------------------------------------------ commitments

-- What it would take the place of is these two's, and open; and of two that would one is asked about at a time.
CREATE OR REPLACE FUNCTION app.guard_offer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.commitment c WHERE c.id = NEW.earlier_id FOR UPDATE;
  NEW.reader_ids := app.two_of(NEW.couple_id);
  IF NEW.earlier_id IS NOT NULL AND (
      NOT EXISTS (SELECT 1 FROM public.commitment c
        WHERE c.id = NEW.earlier_id AND c.couple_id = NEW.couple_id AND c.reader_ids @> NEW.reader_ids
          AND c.accepted_at IS NOT NULL AND c.outcome IS NULL)
      OR EXISTS (SELECT 1 FROM public.commitment c WHERE c.earlier_id = NEW.earlier_id AND c.accepted_at IS NULL)) THEN
    RAISE EXCEPTION 'commitment_changed' USING ERRCODE = 'NR409';
  END IF;
  RETURN NEW;
END $$;

------------------------------------------------------------------ the ritual

-- Proposed in one's own name; agreed to by the other, and to nothing else than what was proposed. What is agreed is not rewritten.
CREATE FUNCTION app.guard_ritual() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me uuid := app.user_id();
BEGIN
  IF me IS NULL THEN
    RETURN NEW;
  END IF;
  IF NOT NEW.is_agreed THEN
    IF NEW.author_id <> me THEN
      RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
    END IF;
  ELSIF TG_OP = 'UPDATE' OR NOT EXISTS (SELECT 1 FROM public.ritual r
      WHERE r.couple_id = NEW.couple_id AND NOT r.is_agreed AND r.author_id = NEW.author_id AND r.author_id <> me
        AND (r.rhythm, r.weekday, r.time, r.form) IS NOT DISTINCT FROM (NEW.rhythm, NEW.weekday, NEW.time, NEW.form)) THEN
    RAISE EXCEPTION 'ritual_changed' USING ERRCODE = 'NR409';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER ritual_guard BEFORE INSERT OR UPDATE ON "ritual" FOR EACH ROW EXECUTE FUNCTION app.guard_ritual();

------------------------------------------------------------------ functions and their owners

GRANT CREATE ON SCHEMA app TO nearer_guard;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['note_here()', 'shows_matter(public.matter, public.talk)', 'lend_note()', 'guard_ritual()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO nearer_guard', f);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA app FROM nearer_guard;

------------------------------------------------------------------ what there may be from before

-- Thanks and asks that were brought; and of somebody who has gone, what waits for them, and a talk that they are in.
SET ROLE nearer_guard;
DELETE FROM "matter" m WHERE NOT m."is_taken" AND m."kind" IN ('gratitude', 'ask');
DELETE FROM "matter" m WHERE m."talk_id" IS NULL AND 2 > (SELECT count(*) FROM "member" p WHERE p."couple_id" = m."couple_id");
UPDATE "talk" t SET "ended_at" = now()
 WHERE t."begun_at" IS NOT NULL AND t."ended_at" IS NULL
   AND NOT t."reader_ids" <@ ARRAY(SELECT p."user_id" FROM "member" p WHERE p."couple_id" = t."couple_id");
RESET ROLE;
