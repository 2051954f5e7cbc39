-- The rules of privacy for good news and bids. Both are the two's whose they are. A bid fades: from that moment on nobody sees
-- it, and the job that cleans removes it, with what its events said (decision 0016).

------------------------------------------------------------------ good news

CREATE FUNCTION app.share_news() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.reader_ids := app.two_of(NEW.couple_id);
  NEW.created_at := app.now();
  RETURN NEW;
END $$;

CREATE TRIGGER news_share BEFORE INSERT ON "news" FOR EACH ROW EXECUTE FUNCTION app.share_news();

-- What somebody has said a word to is not deleted, only withdrawn. A policy that looks for words would look at itself.
CREATE FUNCTION app.guard_news_deletion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- The system's login comes only through functions of ours: leaving.
  IF session_user <> 'nearer_system' AND EXISTS (SELECT 1 FROM public.news_answer a WHERE a.news_id = OLD.id) THEN
    RAISE EXCEPTION 'news_changed' USING ERRCODE = 'NR409';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER news_deletion BEFORE DELETE ON "news" FOR EACH ROW EXECUTE FUNCTION app.guard_news_deletion();

-- An answer goes step by step: what is great about it comes first; the reply to the question is the sharer's. The news is
-- locked, so that it is not withdrawn at the same moment.
CREATE FUNCTION app.guard_news_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE n public.news;
BEGIN
  SELECT * INTO n FROM public.news w WHERE w.id = NEW.news_id FOR UPDATE;
  IF n.id IS NULL OR n.couple_id <> NEW.couple_id OR NOT coalesce(NEW.author_id = ANY (n.reader_ids), false) THEN
    RAISE EXCEPTION 'foreign' USING ERRCODE = 'NR404';
  END IF;
  -- It goes on between the two whose it is.
  IF NOT n.reader_ids @> app.two_of(n.couple_id) THEN
    RAISE EXCEPTION 'alone' USING ERRCODE = 'NR409';
  END IF;
  IF n.withdrawn_at IS NOT NULL
     OR (NEW.kind = 'reply') IS DISTINCT FROM (n.author_id = NEW.author_id)
     OR (NEW.kind IN ('question', 'celebrate')
         AND NOT EXISTS (SELECT 1 FROM public.news_answer a WHERE a.news_id = n.id AND a.kind = 'great'))
     OR (NEW.kind = 'reply' AND NOT EXISTS (SELECT 1 FROM public.news_answer a
           WHERE a.news_id = n.id AND a.kind = 'question' AND a.withdrawn_at IS NULL)) THEN
    RAISE EXCEPTION 'news_changed' USING ERRCODE = 'NR409';
  END IF;
  NEW.created_at := app.now();
  RETURN NEW;
END $$;

CREATE TRIGGER news_answer_guard BEFORE INSERT ON "news_answer" FOR EACH ROW EXECUTE FUNCTION app.guard_news_answer();

------------------------------------------------------------------ bids

-- What belongs to each answer. A "not now" says when, in a time or in words.
ALTER TABLE "bid" ADD CONSTRAINT bid_answer_whole CHECK (
  CASE answer
    WHEN 'at' THEN answer_at IS NOT NULL AND sealed_answer IS NULL
    WHEN 'cannot' THEN answer_at IS NOT NULL OR sealed_answer IS NOT NULL
    ELSE answer_at IS NULL AND sealed_answer IS NULL
  END);

-- One a person: an answered one makes place for the next. It waits a day for an answer.
CREATE FUNCTION app.make_bid() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.bid b WHERE b.author_id = NEW.author_id AND (b.answered_at IS NOT NULL OR b.fades_at <= app.now());
  NEW.reader_ids := app.two_of(NEW.couple_id);
  NEW.created_at := app.now();
  NEW.fades_at := app.now() + interval '24 hours';
  RETURN NEW;
END $$;

CREATE TRIGGER bid_make BEFORE INSERT ON "bid" FOR EACH ROW EXECUTE FUNCTION app.make_bid();

-- The other answers, and may say otherwise later. What was said stays until its time has been, and three hours more.
CREATE FUNCTION app.guard_bid() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.answer, NEW.answer_at, NEW.sealed_answer) IS NOT DISTINCT FROM (OLD.answer, OLD.answer_at, OLD.sealed_answer) THEN
    RETURN NEW;
  END IF;
  IF OLD.author_id = app.user_id() OR NEW.answer IS NULL
     OR NEW.answer_at NOT BETWEEN app.now() - interval '1 minute' AND app.now() + interval '9 days' THEN
    RAISE EXCEPTION 'bid_changed' USING ERRCODE = 'NR409';
  END IF;
  NEW.answered_at := app.now();
  NEW.fades_at := CASE WHEN NEW.answer = 'cannot' AND NEW.answer_at IS NULL THEN app.now() + interval '24 hours'
                       ELSE coalesce(NEW.answer_at, app.now()) + interval '3 hours' END;
  RETURN NEW;
END $$;

CREATE TRIGGER bid_guard BEFORE UPDATE ON "bid" FOR EACH ROW EXECUTE FUNCTION app.guard_bid();

-- Of bids that are gone their events say no more: not who, not which, not when. The numbers stay, for they have no gaps.
CREATE FUNCTION app.forget_bids() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.bid b WHERE b.fades_at <= app.now();
  UPDATE public.event e
     SET name = 'bid.faded', actor_id = NULL, subject_id = NULL, created_at = date_trunc('month', e.created_at, 'UTC')
   WHERE e.name IN ('bid.made', 'bid.answered', 'bid.withdrawn')
     AND NOT EXISTS (SELECT 1 FROM public.bid b WHERE b.id = e.subject_id);
END $$;

CREATE INDEX event_of_bid ON "event" (subject_id) WHERE name IN ('bid.made', 'bid.answered', 'bid.withdrawn');

------------------------------------------------------------------ what linking and leaving mean

CREATE FUNCTION app.link_news_and_bids(p_into uuid, p_from uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- What one shared with somebody before moves along, and is no later partner's to see. A bid was put to nobody else.
  UPDATE public.news n SET couple_id = p_into WHERE n.couple_id = p_from;
  UPDATE public.news_answer a SET couple_id = p_into WHERE a.couple_id = p_from;
  DELETE FROM public.bid b WHERE b.couple_id IN (p_into, p_from);
END $$;

-- Somebody goes for good: bids go, both ways. News keeps its place without the words of the one who goes; what nobody else
-- said a word to goes with them.
CREATE FUNCTION app.leave_news_and_bids(p_couple uuid, p_user uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.bid b WHERE b.couple_id = p_couple;
  UPDATE public.event e
     SET name = 'bid.faded', actor_id = NULL, subject_id = NULL, created_at = date_trunc('month', e.created_at, 'UTC')
   WHERE e.couple_id = p_couple AND e.name IN ('bid.made', 'bid.answered', 'bid.withdrawn');
  DELETE FROM public.news n WHERE n.couple_id = p_couple AND n.author_id = p_user
     AND NOT EXISTS (SELECT 1 FROM public.news_answer a WHERE a.news_id = n.id AND a.author_id <> p_user);
  UPDATE public.news n SET sealed_body = NULL WHERE n.author_id = p_user;
  UPDATE public.news_answer a SET sealed_body = NULL WHERE a.author_id = p_user;
  DELETE FROM public.news n WHERE n.couple_id = p_couple AND n.reader_ids = ARRAY[p_user];
  UPDATE public.news n SET reader_ids = array_remove(n.reader_ids, p_user)
   WHERE n.couple_id = p_couple AND p_user = ANY (n.reader_ids);
END $$;

------------------------------------------------------------------ functions and their owners

GRANT CREATE ON SCHEMA app TO nearer_guard;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['share_news()', 'guard_news_deletion()', 'guard_news_answer()', 'make_bid()', 'guard_bid()', 'forget_bids()',
    'link_news_and_bids(uuid, uuid)', 'leave_news_and_bids(uuid, uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO nearer_guard', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.forget_bids() TO nearer_system;
REVOKE CREATE ON SCHEMA app FROM nearer_guard;

------------------------------------------------------------------ every table

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['news', 'news_answer', 'bid'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY guard ON public.%I TO nearer_guard USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO nearer_guard', t);
  END LOOP;
END $$;

------------------------------------------------------------------ what a member sees and may do

CREATE POLICY shared ON "news" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (SELECT app.user_id()) = ANY (reader_ids));
CREATE POLICY author_shares ON "news" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY author_withdraws ON "news" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()))
  WITH CHECK (sealed_body IS NULL AND withdrawn_at IS NOT NULL);
CREATE POLICY author_takes_back ON "news" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
GRANT SELECT, DELETE, UPDATE (sealed_body, withdrawn_at), INSERT (id, couple_id, author_id, sealed_body, created_at) ON "news" TO nearer_app;

CREATE POLICY shared ON "news_answer" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND news_id IN (SELECT id FROM news));
CREATE POLICY author_answers ON "news_answer" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
CREATE POLICY author_withdraws ON "news_answer" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()))
  WITH CHECK (sealed_body IS NULL AND withdrawn_at IS NOT NULL);
GRANT SELECT, UPDATE (sealed_body, withdrawn_at),
  INSERT (id, news_id, couple_id, author_id, kind, sealed_body, created_at) ON "news_answer" TO nearer_app;

CREATE POLICY shared ON "bid" FOR SELECT TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (SELECT app.user_id()) = ANY (reader_ids) AND fades_at > (SELECT app.now()));
CREATE POLICY author_asks ON "bid" FOR INSERT TO nearer_app
  WITH CHECK (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
-- Its author too, to lock it; app.guard_bid lets only the other answer.
CREATE POLICY both_go_on ON "bid" FOR UPDATE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND (SELECT app.user_id()) = ANY (reader_ids) AND fades_at > (SELECT app.now()));
CREATE POLICY author_withdraws ON "bid" FOR DELETE TO nearer_app
  USING (couple_id = (SELECT app.couple_id()) AND author_id = (SELECT app.user_id()));
GRANT SELECT, DELETE, UPDATE (answer, answer_at, sealed_answer), INSERT (id, couple_id, author_id, kind, created_at) ON "bid" TO nearer_app;
