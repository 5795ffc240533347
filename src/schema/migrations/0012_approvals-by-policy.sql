-- As before, but what a letter needs is read where it is said: in the policy its case is bound to, under the waiver in force.
-- Asked once, when the letter is released: one that was released before a waiver ended goes on its way.
CREATE OR REPLACE FUNCTION tijdig_completion_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE about integer; unverified integer; needed integer;
BEGIN
  SELECT count(*),
      count(*) FILTER (WHERE NEW.kind IN ('completion-notice', 'partial-completion')
        AND c.identity_needed AND NOT public.tijdig_identity_stands(c.id)),
      max(CASE CASE
            WHEN NEW.kind = 'completion-notice' THEN p.content->'kinds'->c.kind->>'completion'
            WHEN NEW.kind IN ('refusal', 'partial-completion') THEN p.content->>'refusal'
            ELSE 'approval' END
        WHEN 'automatic' THEN 0
        WHEN 'approval' THEN 1
        ELSE CASE WHEN EXISTS (SELECT FROM public.waivers w WHERE w.in_force) THEN 1 ELSE 2 END END)
    INTO about, unverified, needed
    FROM public.letter_cases l
      JOIN public.cases c ON c.id = l.case_id
      JOIN public.policies p ON p.hash = c.policy_hash
    WHERE l.letter_id = NEW.id;
  IF about = 0 OR unverified > 0 THEN
    RAISE EXCEPTION 'nobody verified who asked' USING ERRCODE = 'TJ004';
  END IF;
  IF NEW.approvals_needed < needed AND (TG_OP = 'INSERT' OR OLD.status NOT IN ('queued', 'sending', 'unknown')) THEN
    RAISE EXCEPTION 'the policy wants % approvals of this letter', needed USING ERRCODE = 'TJ003';
  END IF;
  RETURN NULL;
END $$;
