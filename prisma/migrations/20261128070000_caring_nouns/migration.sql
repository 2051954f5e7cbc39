-- The four functions that grow with the nouns (docs/architecture.md), with thanks, bids, news and feelings in them.

-- What both may hear of.
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
    WHEN 'sharing' THEN
      RETURN EXISTS (SELECT 1 FROM public.sharing s WHERE s.id = p_subject AND s.couple_id = p_couple AND s.delivered_at IS NOT NULL
                        AND s.reader_ids @> ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = p_couple));
    WHEN 'thanks', 'fondness' THEN
      RETURN EXISTS (SELECT 1 FROM public.thanks t WHERE t.id = p_subject AND t.couple_id = p_couple AND t.given_at IS NOT NULL
                        AND t.reader_ids @> ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = p_couple));
    WHEN 'news' THEN
      -- Withdrawn before anybody said a word to it, it is gone.
      RETURN NOT EXISTS (SELECT 1 FROM public.news n WHERE n.id = p_subject AND NOT (n.couple_id = p_couple
                            AND n.reader_ids @> ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = p_couple)))
         AND (p_name = 'news.withdrawn' OR EXISTS (SELECT 1 FROM public.news n WHERE n.id = p_subject));
    WHEN 'bid' THEN
      -- A withdrawn one is gone.
      RETURN p_name = 'bid.withdrawn'
          OR EXISTS (SELECT 1 FROM public.bid b WHERE b.id = p_subject AND b.couple_id = p_couple
                        AND b.reader_ids @> ARRAY(SELECT m.user_id FROM public.member m WHERE m.couple_id = p_couple));
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
  PERFORM 1 FROM public.sharing s WHERE s.couple_id = ANY (p_couples) ORDER BY s.id FOR UPDATE;
  PERFORM 1 FROM public.thanks t WHERE t.couple_id = ANY (p_couples) ORDER BY t.id FOR UPDATE;
  PERFORM 1 FROM public.news n WHERE n.couple_id = ANY (p_couples) ORDER BY n.id FOR UPDATE;
  PERFORM 1 FROM public.bid b WHERE b.couple_id = ANY (p_couples) ORDER BY b.id FOR UPDATE;
  PERFORM 1 FROM public.couple c WHERE c.id = ANY (p_couples) ORDER BY c.id FOR UPDATE;
END $$;

-- What two bring with them when they become a couple.
CREATE OR REPLACE FUNCTION app.link_nouns(p_into uuid, p_from uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM app.link_plans(p_into, p_from), app.link_talks(p_into, p_from);
  PERFORM app.link_sharings(p_into, p_from);
  PERFORM app.link_thanks(p_into, p_from);
  PERFORM app.link_news_and_bids(p_into, p_from);
END $$;

-- What stays when one goes.
CREATE OR REPLACE FUNCTION app.leave_nouns(p_couple uuid, p_user uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM app.leave_plans(p_couple, p_user), app.leave_talks(p_couple, p_user);
  PERFORM app.leave_sharings(p_couple, p_user);
  PERFORM app.leave_thanks(p_couple, p_user);
  PERFORM app.leave_news_and_bids(p_couple, p_user);
END $$;
