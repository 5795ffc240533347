-- What stays as it was written, whoever may write to its table.
CREATE FUNCTION tijdig_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this stays as it was written: %', TG_NAME USING ERRCODE = 'TJ002';
END $$;
--> statement-breakpoint
-- As before, and: a letter goes the way that letters go (draft, queued, sending, an outcome), and what it was written for stays.
-- Tables are named with their schema, and functions keep their own search path: a temporary table of the same name is nobody's.
CREATE OR REPLACE FUNCTION tijdig_letter_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE given integer;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status NOT IN ('draft', 'queued') THEN
    RAISE EXCEPTION 'no letter begins as %', NEW.status USING ERRCODE = 'TJ002';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.status <> OLD.status AND NOT (CASE OLD.status
        WHEN 'draft' THEN NEW.status IN ('queued', 'void')
        WHEN 'queued' THEN NEW.status IN ('sending', 'void')
        WHEN 'sending' THEN NEW.status IN ('accepted', 'refused', 'unknown', 'queued', 'void')
        WHEN 'unknown' THEN NEW.status IN ('accepted', 'refused', 'queued', 'void')
        ELSE false END) THEN
      RAISE EXCEPTION 'a letter that is % does not become %', OLD.status, NEW.status USING ERRCODE = 'TJ002';
    END IF;
    IF (NEW.id, NEW.kind, NEW.audience, NEW.hash, NEW.recipient_index, NEW.message_id, NEW.approvals_needed,
        NEW.opening_message_id, NEW.staff_id, NEW.key_id, NEW.case_version, NEW.withheld_because, NEW.written_at)
       IS DISTINCT FROM
       (OLD.id, OLD.kind, OLD.audience, OLD.hash, OLD.recipient_index, OLD.message_id, OLD.approvals_needed,
        OLD.opening_message_id, OLD.staff_id, OLD.key_id, OLD.case_version, OLD.withheld_because, OLD.written_at)
       OR (OLD.status = 'accepted' AND NEW.sent_at IS DISTINCT FROM OLD.sent_at) THEN
      RAISE EXCEPTION 'the identity of a letter does not change' USING ERRCODE = 'TJ002';
    END IF;
  END IF;
  IF NEW.audience = 'customer' AND NEW.kind <> 'acknowledgement' AND NEW.status IN ('queued', 'sending')
     AND (TG_OP = 'INSERT' OR OLD.status <> NEW.status) THEN
    SELECT count(DISTINCT a.staff_id) INTO given FROM public.approvals a JOIN public.staff s ON s.id = a.staff_id
      WHERE a.letter_id = NEW.id AND a.hash = NEW.hash
        AND (s.is_approver OR (TG_OP = 'UPDATE' AND OLD.status IN ('queued', 'sending', 'unknown')));
    IF given < NEW.approvals_needed THEN
      RAISE EXCEPTION 'letter has % of % approvals', given, NEW.approvals_needed USING ERRCODE = 'TJ003';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- An acknowledgement that begins as a draft or queued needs no look.
DROP TRIGGER letters_guard ON letters;
--> statement-breakpoint
CREATE TRIGGER letters_guard BEFORE UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION tijdig_letter_guard();
--> statement-breakpoint
CREATE TRIGGER letters_guard_new BEFORE INSERT ON letters FOR EACH ROW
  WHEN (NEW.status NOT IN ('draft', 'queued') OR (NEW.status = 'queued' AND NEW.audience = 'customer' AND NEW.kind <> 'acknowledgement'))
  EXECUTE FUNCTION tijdig_letter_guard();
--> statement-breakpoint
-- What was reviewed and the bytes that leave are written once. Both may be erased when the letter is through.
CREATE FUNCTION tijdig_letter_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.content IS DISTINCT FROM OLD.content AND NOT (NEW.content IS NULL AND OLD.status IN ('accepted', 'refused', 'void')))
     OR (NEW.raw IS DISTINCT FROM OLD.raw AND OLD.raw IS NOT NULL
         AND NOT (NEW.raw IS NULL AND OLD.status IN ('accepted', 'refused', 'void')))
     OR (NEW.raw IS NOT NULL AND OLD.raw IS NULL AND OLD.status <> 'draft') THEN
    RAISE EXCEPTION 'the content of a letter does not change' USING ERRCODE = 'TJ002';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER letters_content BEFORE UPDATE OF content, raw ON letters FOR EACH ROW EXECUTE FUNCTION tijdig_letter_content();
--> statement-breakpoint
CREATE TRIGGER letters_stay BEFORE DELETE OR TRUNCATE ON letters FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- An approval is of a letter that waits for one, as its content stands.
CREATE FUNCTION tijdig_approval_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.letters l WHERE l.id = NEW.letter_id AND l.hash = NEW.hash AND l.status = 'draft') THEN
    RAISE EXCEPTION 'no letter waits for this approval' USING ERRCODE = 'TJ003';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approvals_guard BEFORE INSERT ON approvals FOR EACH ROW EXECUTE FUNCTION tijdig_approval_guard();
--> statement-breakpoint
-- As before; an event that the row of its case has not come to says nothing yet.
CREATE OR REPLACE FUNCTION tijdig_identity_stands(wanted uuid) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((
    SELECT e.type = 'identity-verified' FROM public.case_events e JOIN public.cases c ON c.id = e.case_id
    WHERE e.case_id = wanted AND e.version <= c.version
      AND (e.type = 'identity-verified' OR (e.type = 'task-unticked' AND e.data->>'task' = 'identity-verified'))
    ORDER BY e.version DESC LIMIT 1), false)
$$;
--> statement-breakpoint
-- As before, and: each thing a case changes into has the event that says so. Dates come with the event that carries them.
CREATE OR REPLACE FUNCTION tijdig_case_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE happened integer; kinds text[]; closing jsonb; dated jsonb;
BEGIN
  SELECT count(*), array_agg(e.type) INTO happened, kinds FROM public.case_events e
    WHERE e.case_id = NEW.id AND e.version > OLD.version AND e.version <= NEW.version;
  IF NEW.version <= OLD.version OR happened <> NEW.version - OLD.version THEN
    RAISE EXCEPTION 'a case changes by its events alone' USING ERRCODE = 'TJ005';
  END IF;
  IF NEW.kind <> OLD.kind OR NEW.identity_needed <> OLD.identity_needed THEN
    IF NOT EXISTS (
      SELECT FROM public.case_events e
      WHERE e.case_id = NEW.id AND e.version > OLD.version AND e.version <= NEW.version AND e.type = 'kind-determined'
        AND e.data->>'kind' = NEW.kind AND (e.data->>'identityNeeded')::boolean = NEW.identity_needed) THEN
      RAISE EXCEPTION 'the kind of a case changes by an event that determines it' USING ERRCODE = 'TJ005';
    END IF;
  END IF;
  IF NEW.closed_at IS DISTINCT FROM OLD.closed_at OR (NEW.status <> OLD.status AND NEW.closed_at IS NOT NULL) THEN
    SELECT e.data INTO closing FROM public.case_events e
      WHERE e.case_id = NEW.id AND e.version > OLD.version AND e.version <= NEW.version AND e.type IN ('case-closed', 'case-reopened')
      ORDER BY e.version DESC LIMIT 1;
    IF closing IS NULL OR (NEW.closed_at IS NULL) <> (closing->>'type' = 'case-reopened')
       OR (NEW.closed_at IS NOT NULL AND closing->>'status' IS DISTINCT FROM NEW.status) THEN
      RAISE EXCEPTION 'a case is closed and opened again by the event that says so' USING ERRCODE = 'TJ005';
    END IF;
  END IF;
  IF (NEW.policy_on, NEW.legal_on, NEW.due_on, NEW.act_by_on, NEW.warn_on, NEW.escalate_on)
     IS DISTINCT FROM (OLD.policy_on, OLD.legal_on, OLD.due_on, OLD.act_by_on, OLD.warn_on, OLD.escalate_on) THEN
    SELECT e.data->'dates' INTO dated FROM public.case_events e
      WHERE e.case_id = NEW.id AND e.version > OLD.version AND e.version <= NEW.version AND e.data ? 'dates'
      ORDER BY e.version DESC LIMIT 1;
    IF (dated->>'policyOn', dated->>'legalOn', dated->>'dueOn', dated->>'actByOn', dated->>'warnOn', dated->>'escalateOn') IS DISTINCT FROM
       (NEW.policy_on::text, NEW.legal_on::text, NEW.due_on::text, NEW.act_by_on::text, NEW.warn_on::text, NEW.escalate_on::text) THEN
      RAISE EXCEPTION 'the dates of a case change by an event that carries them' USING ERRCODE = 'TJ005';
    END IF;
  END IF;
  IF NEW.received_at <> OLD.received_at AND NOT 'intake-confirmed' = ANY (kinds) THEN
    RAISE EXCEPTION 'when a request reached us changes where staff confirm it' USING ERRCODE = 'TJ005';
  END IF;
  IF NEW.status IN ('completed', 'partly-completed') AND NEW.status <> OLD.status
     AND NEW.identity_needed AND NOT public.tijdig_identity_stands(NEW.id) THEN
    RAISE EXCEPTION 'nobody verified who asked' USING ERRCODE = 'TJ004';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_keep BEFORE UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.policy_hash, OLD.opened_at) IS DISTINCT FROM (NEW.policy_hash, NEW.opened_at))
  EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
DROP TRIGGER cases_begin_open ON cases;
--> statement-breakpoint
CREATE TRIGGER cases_begin_open BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.status IN ('completed', 'partly-completed', 'refused', 'withdrawn', 'not-a-request') OR NEW.closed_at IS NOT NULL)
  EXECUTE FUNCTION tijdig_case_begins_open();
--> statement-breakpoint
CREATE TRIGGER cases_never_go BEFORE DELETE OR TRUNCATE ON cases FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- As before, for every letter about a case, and: it needs as many people as its cases say.
CREATE OR REPLACE FUNCTION tijdig_completion_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE about integer; unverified integer; needed integer;
BEGIN
  SELECT count(*),
      count(*) FILTER (WHERE NEW.kind IN ('completion-notice', 'partial-completion')
        AND c.identity_needed AND NOT public.tijdig_identity_stands(c.id)),
      max((CASE NEW.kind WHEN 'completion-notice' THEN c.state->>'approvalsNeeded'
        WHEN 'refusal' THEN c.state->>'refusalApprovalsNeeded' WHEN 'partial-completion' THEN c.state->>'refusalApprovalsNeeded' END)::integer)
    INTO about, unverified, needed
    FROM public.letter_cases l JOIN public.cases c ON c.id = l.case_id WHERE l.letter_id = NEW.id;
  IF about = 0 OR unverified > 0 THEN
    RAISE EXCEPTION 'nobody verified who asked' USING ERRCODE = 'TJ004';
  END IF;
  IF NEW.approvals_needed < needed THEN
    RAISE EXCEPTION 'the case wants % approvals of this letter', needed USING ERRCODE = 'TJ003';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER letters_completion_guard ON letters;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER letters_completion_guard AFTER INSERT OR UPDATE OF status ON letters
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.audience = 'customer' AND NEW.kind NOT IN ('acknowledgement', 'download-code') AND NEW.status IN ('queued', 'sending'))
  EXECUTE FUNCTION tijdig_completion_guard();
--> statement-breakpoint
-- A review mail decides once.
CREATE TRIGGER reviews_once BEFORE UPDATE ON reviews FOR EACH ROW
  WHEN (OLD.used_at IS NOT NULL OR (OLD.review_letter_id, OLD.letter_id, OLD.case_id, OLD.hash, OLD.staff_id)
    IS DISTINCT FROM (NEW.review_letter_id, NEW.letter_id, NEW.case_id, NEW.hash, NEW.staff_id))
  EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER reviews_stay BEFORE DELETE OR TRUNCATE ON reviews FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- Who somebody is does not change; what they may does.
CREATE TRIGGER staff_keep BEFORE UPDATE OF id, address, address_index, key_id ON staff FOR EACH ROW EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER staff_stay BEFORE DELETE OR TRUNCATE ON staff FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
CREATE TRIGGER waivers_once BEFORE UPDATE ON waivers FOR EACH ROW
  WHEN (NOT OLD.in_force OR (OLD.id, OLD.by, OLD.at, OLD.key_id, OLD.reason) IS DISTINCT FROM (NEW.id, NEW.by, NEW.at, NEW.key_id, NEW.reason))
  EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER downloads_keep BEFORE UPDATE OF id, case_id, letter_id, key_id, token_digest, until_on, written_at ON downloads
  FOR EACH ROW EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER downloads_content BEFORE UPDATE OF content ON downloads FOR EACH ROW WHEN (NEW.content IS NOT NULL) EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER downloads_once BEFORE UPDATE OF downloaded_at ON downloads FOR EACH ROW
  WHEN (OLD.downloaded_at IS NOT NULL AND NEW.downloaded_at IS DISTINCT FROM OLD.downloaded_at) EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
-- A message keeps the class it was given, and what it was found as; its bytes may be erased when it has one.
CREATE TRIGGER messages_keep BEFORE UPDATE OF id, fingerprint, received_at, first_seen_at, size, truncated, folder_role, before_go_live, key_id
  ON messages FOR EACH ROW EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER messages_class BEFORE UPDATE OF disposition ON messages FOR EACH ROW
  WHEN (OLD.disposition IS NOT NULL AND NEW.disposition IS DISTINCT FROM OLD.disposition) EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER messages_bytes BEFORE UPDATE OF raw ON messages FOR EACH ROW
  WHEN (NEW.raw IS NOT NULL OR OLD.disposition IS NULL) EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER messages_stay BEFORE DELETE OR TRUNCATE ON messages FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
CREATE TRIGGER places_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON places FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
CREATE TRIGGER policies_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON policies FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
CREATE TRIGGER site_keys_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON site_keys FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
CREATE TRIGGER settings_once BEFORE UPDATE OR DELETE ON settings FOR EACH ROW
  WHEN (OLD.name IN ('go-live', 'begun-at')) EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER data_keys_keep BEFORE UPDATE OR TRUNCATE ON data_keys FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- A key goes when what it seals may be forgotten: not that of an open case, of its messages, of a letter on its way or of a person.
CREATE FUNCTION tijdig_key_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM gone g JOIN public.cases c ON c.key_id = g.id WHERE c.closed_at IS NULL)
     OR EXISTS (SELECT FROM gone g JOIN public.letters l ON l.key_id = g.id WHERE l.status NOT IN ('accepted', 'refused', 'void'))
     OR EXISTS (SELECT FROM gone g JOIN public.messages m ON m.key_id = g.id WHERE m.disposition IS NULL
       OR EXISTS (SELECT FROM public.case_messages j JOIN public.cases c ON c.id = j.case_id WHERE j.message_id = m.id AND c.closed_at IS NULL))
     OR EXISTS (SELECT FROM gone g JOIN public.staff s ON s.key_id = g.id) THEN
    RAISE EXCEPTION 'this key is still needed' USING ERRCODE = 'TJ002';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER data_keys_needed AFTER DELETE ON data_keys REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tijdig_key_guard();
--> statement-breakpoint
-- A way in stays its owner's.
CREATE TRIGGER sign_in_users_keep BEFORE UPDATE OF id, staff_id, email ON sign_in_users FOR EACH ROW
  WHEN ((OLD.id, OLD.staff_id, OLD.email) IS DISTINCT FROM (NEW.id, NEW.staff_id, NEW.email)) EXECUTE FUNCTION tijdig_stays();
