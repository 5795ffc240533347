ALTER TABLE downloads ALTER COLUMN content SET STORAGE EXTERNAL;
--> statement-breakpoint
-- Whether the audit says that the requester of a case is verified, and not taken back since.
CREATE FUNCTION tijdig_identity_stands(wanted uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT e.type = 'identity-verified' FROM case_events e
    WHERE e.case_id = wanted
      AND (e.type = 'identity-verified' OR (e.type = 'task-unticked' AND e.data->>'task' = 'identity-verified'))
    ORDER BY e.version DESC LIMIT 1), false)
$$;
--> statement-breakpoint
-- A case changes by its events alone, its kind only by an event that determines it, and whoever must be verified is
-- before it is completed. Looked at when the transaction ends, since row and events are written one after the other.
CREATE FUNCTION tijdig_case_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE happened integer;
BEGIN
  SELECT count(*) INTO happened FROM case_events e
    WHERE e.case_id = NEW.id AND e.version > OLD.version AND e.version <= NEW.version;
  IF NEW.version <= OLD.version OR happened <> NEW.version - OLD.version THEN
    RAISE EXCEPTION 'a case changes by its events alone' USING ERRCODE = 'TJ005';
  END IF;
  IF NEW.kind <> OLD.kind OR NEW.identity_needed <> OLD.identity_needed THEN
    IF NOT EXISTS (
      SELECT FROM case_events e
      WHERE e.case_id = NEW.id AND e.version > OLD.version AND e.version <= NEW.version AND e.type = 'kind-determined'
        AND e.data->>'kind' = NEW.kind AND (e.data->>'identityNeeded')::boolean = NEW.identity_needed) THEN
      RAISE EXCEPTION 'the kind of a case changes by an event that determines it' USING ERRCODE = 'TJ005';
    END IF;
  END IF;
  IF NEW.status IN ('completed', 'partly-completed') AND NEW.status <> OLD.status
     AND NEW.identity_needed AND NOT tijdig_identity_stands(NEW.id) THEN
    RAISE EXCEPTION 'nobody verified who asked' USING ERRCODE = 'TJ004';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cases_guard AFTER UPDATE ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.kind, OLD.status, OLD.language, OLD.received_at, OLD.policy_on, OLD.legal_on, OLD.due_on, OLD.act_by_on, OLD.warn_on,
         OLD.escalate_on, OLD.policy_hash, OLD.version, OLD.state, OLD.closed_at)
        IS DISTINCT FROM
        (NEW.kind, NEW.status, NEW.language, NEW.received_at, NEW.policy_on, NEW.legal_on, NEW.due_on, NEW.act_by_on, NEW.warn_on,
         NEW.escalate_on, NEW.policy_hash, NEW.version, NEW.state, NEW.closed_at))
  EXECUTE FUNCTION tijdig_case_guard();
--> statement-breakpoint
-- A case stays the case it was opened as. Its requester changes only while staff have not confirmed who asks.
CREATE FUNCTION tijdig_case_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.reference, OLD.opening_message_id, OLD.key_id) IS DISTINCT FROM (NEW.id, NEW.reference, NEW.opening_message_id, NEW.key_id)
     OR (NEW.requester_index IS DISTINCT FROM OLD.requester_index AND NEW.requester_index IS NOT NULL
         AND coalesce((OLD.state->>'intakeConfirmed')::boolean, true)) THEN
    RAISE EXCEPTION 'a case stays the case it was opened as' USING ERRCODE = 'TJ005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_stay BEFORE UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.id, OLD.reference, OLD.opening_message_id, OLD.key_id, OLD.requester_index)
        IS DISTINCT FROM (NEW.id, NEW.reference, NEW.opening_message_id, NEW.key_id, NEW.requester_index))
  EXECUTE FUNCTION tijdig_case_stays();
--> statement-breakpoint
CREATE FUNCTION tijdig_case_begins_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a case is not opened completed' USING ERRCODE = 'TJ004';
END $$;
--> statement-breakpoint
CREATE TRIGGER cases_begin_open BEFORE INSERT ON cases FOR EACH ROW
  WHEN (NEW.status IN ('completed', 'partly-completed'))
  EXECUTE FUNCTION tijdig_case_begins_open();
--> statement-breakpoint
-- No letter says that something was done for somebody nobody verified, or about no case at all.
CREATE FUNCTION tijdig_completion_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE about integer; unverified integer;
BEGIN
  SELECT count(*), count(*) FILTER (WHERE c.identity_needed AND NOT tijdig_identity_stands(c.id)) INTO about, unverified
    FROM letter_cases l JOIN cases c ON c.id = l.case_id WHERE l.letter_id = NEW.id;
  IF about = 0 OR unverified > 0 THEN
    RAISE EXCEPTION 'nobody verified who asked' USING ERRCODE = 'TJ004';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER letters_completion_guard AFTER INSERT OR UPDATE OF status ON letters
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind IN ('completion-notice', 'partial-completion') AND NEW.status IN ('queued', 'sending'))
  EXECUTE FUNCTION tijdig_completion_guard();
--> statement-breakpoint
-- Which cases a letter is about does not change.
CREATE TRIGGER letter_cases_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON letter_cases
  FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- As before, and what is released needs approvers: a colleague without that role counts for nobody. Once released, a letter
-- does not stop because an approver left since.
CREATE OR REPLACE FUNCTION tijdig_letter_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE given integer;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status IN ('accepted', 'void', 'refused') AND NEW.status <> OLD.status THEN
      RAISE EXCEPTION 'a letter that is % stays so', OLD.status USING ERRCODE = 'TJ002';
    END IF;
    IF NEW.kind <> OLD.kind OR NEW.audience <> OLD.audience OR NEW.hash <> OLD.hash
       OR NEW.recipient_index <> OLD.recipient_index OR NEW.message_id <> OLD.message_id
       OR NEW.approvals_needed <> OLD.approvals_needed THEN
      RAISE EXCEPTION 'the identity of a letter does not change' USING ERRCODE = 'TJ002';
    END IF;
  END IF;
  IF NEW.audience = 'customer' AND NEW.kind <> 'acknowledgement' AND NEW.status IN ('queued', 'sending')
     AND (TG_OP = 'INSERT' OR OLD.status <> NEW.status) THEN
    SELECT count(DISTINCT a.staff_id) INTO given FROM approvals a JOIN staff s ON s.id = a.staff_id
      WHERE a.letter_id = NEW.id AND a.hash = NEW.hash
        AND (s.is_approver OR (TG_OP = 'UPDATE' AND OLD.status IN ('queued', 'sending', 'unknown')));
    IF given < NEW.approvals_needed THEN
      RAISE EXCEPTION 'letter has % of % approvals', given, NEW.approvals_needed USING ERRCODE = 'TJ003';
    END IF;
  END IF;
  RETURN NEW;
END $$;
