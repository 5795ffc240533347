-- Sealed bytes do not compress; keeping them uncompressed halves the server's work.
ALTER TABLE messages ALTER COLUMN raw SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE letters ALTER COLUMN raw SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE letters ALTER COLUMN content SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE messages ALTER COLUMN summary SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE cases ALTER COLUMN person SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE notes ALTER COLUMN text SET STORAGE EXTERNAL;
--> statement-breakpoint
-- The audit can only grow.
CREATE FUNCTION tijdig_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'TJ001';
END $$;
--> statement-breakpoint
CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_events
  FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
CREATE TRIGGER approvals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approvals
  FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- No letter to a customer, acknowledgements aside, is queued or sent without the approvals its present content needs,
-- each by a different person; what was approved cannot be exchanged afterwards, and a void letter stays void.
CREATE FUNCTION tijdig_letter_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
    SELECT count(*) INTO given FROM approvals a WHERE a.letter_id = NEW.id AND a.hash = NEW.hash;
    IF given < NEW.approvals_needed THEN
      RAISE EXCEPTION 'letter has % of % approvals', given, NEW.approvals_needed USING ERRCODE = 'TJ003';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER letters_guard BEFORE INSERT OR UPDATE ON letters
  FOR EACH ROW EXECUTE FUNCTION tijdig_letter_guard();
