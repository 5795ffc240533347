CREATE TABLE "alarms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"about" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"link" bigint PRIMARY KEY NOT NULL,
	"entry" text NOT NULL,
	"digest" text NOT NULL,
	"head" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_chain_entry_unique" UNIQUE("entry")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"because" text NOT NULL,
	"rule" text NOT NULL,
	"due_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"fingerprint" "bytea",
	"received_at" timestamp with time zone,
	"size" integer,
	"folder_role" text,
	"disposition" text,
	"mailbox_copies" integer
);
--> statement-breakpoint
ALTER TABLE "letters" DROP CONSTRAINT "letters_audience_by_kind";--> statement-breakpoint
ALTER TABLE "notes" ALTER COLUMN "text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "digest_before" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "digest_after" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "is_for_authority" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "alarms_one_at_a_time" ON "alarms" USING btree ("code","about") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_once" ON "erasures" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "erasures_fingerprints" ON "erasures" USING btree ("fingerprint") WHERE fingerprint is not null;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_audience_by_kind" CHECK ("letters"."audience" = case when "letters"."kind" in ('review-request', 'review-receipt', 'digest', 'morning', 'due-alert', 'reply-notice', 'staff-question', 'sign-in-code', 'authority-alert', 'summary') then 'internal' else 'customer' end);--> statement-breakpoint
CREATE TRIGGER erasures_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON erasures
  FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_chain_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- As before, and: what a key is may be wrapped anew when SECRET_KEY changes. The limited role has no right to.
DROP TRIGGER data_keys_keep ON data_keys;
--> statement-breakpoint
CREATE TRIGGER data_keys_keep BEFORE UPDATE OF id, written_at OR TRUNCATE ON data_keys
  FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
DROP TRIGGER site_keys_stay ON site_keys;
--> statement-breakpoint
CREATE TRIGGER site_keys_stay BEFORE UPDATE OF purpose, written_at OR DELETE OR TRUNCATE ON site_keys
  FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- The bytes of a message are written twice at most: as they came, and with payment data masked when it gets its class.
DROP TRIGGER messages_bytes ON messages;
--> statement-breakpoint
CREATE TRIGGER messages_bytes BEFORE UPDATE OF raw ON messages FOR EACH ROW
  WHEN (NEW.raw IS DISTINCT FROM OLD.raw
    AND NOT (NEW.raw IS NULL AND OLD.disposition IS NOT NULL)
    AND NOT (NEW.raw IS NOT NULL AND OLD.disposition IS NULL AND NEW.disposition IS NOT NULL AND NEW.digest_after IS NOT NULL))
  EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER messages_digests BEFORE UPDATE OF digest_before, digest_after ON messages FOR EACH ROW
  WHEN (OLD.disposition IS NOT NULL
    AND (NEW.digest_before, NEW.digest_after) IS DISTINCT FROM (OLD.digest_before, OLD.digest_after))
  EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER notes_keep BEFORE UPDATE ON notes FOR EACH ROW
  WHEN (NEW.text IS NOT NULL OR (NEW.id, NEW.case_id, NEW.by, NEW.key_id, NEW.written_at)
    IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.by, OLD.key_id, OLD.written_at))
  EXECUTE FUNCTION tijdig_stays();
--> statement-breakpoint
CREATE TRIGGER notes_stay BEFORE DELETE OR TRUNCATE ON notes FOR EACH STATEMENT EXECUTE FUNCTION tijdig_append_only();
--> statement-breakpoint
-- Whether what this case holds must stay: it is open, or under a legal hold (GDPR art. 17(3)(b), (e)).
CREATE FUNCTION tijdig_case_keeps(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT c.closed_at IS NULL OR jsonb_typeof(c.state->'hold') = 'object' FROM public.cases c WHERE c.id = wanted), false)
$$;
--> statement-breakpoint
-- As before, and: no key goes while a case that needs what it seals is open or under a legal hold. A page with a copy ends
-- by its own date, unless its case is under a hold.
CREATE OR REPLACE FUNCTION tijdig_key_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM gone g JOIN public.cases c ON c.key_id = g.id WHERE public.tijdig_case_keeps(c.id))
     OR EXISTS (SELECT FROM gone g JOIN public.letters l ON l.key_id = g.id WHERE l.status NOT IN ('accepted', 'refused', 'void')
       OR (l.audience = 'customer' AND EXISTS (SELECT FROM public.letter_cases j WHERE j.letter_id = l.id AND public.tijdig_case_keeps(j.case_id)))
       OR EXISTS (SELECT FROM public.letter_cases j JOIN public.cases c ON c.id = j.case_id
         WHERE j.letter_id = l.id AND jsonb_typeof(c.state->'hold') = 'object'))
     OR EXISTS (SELECT FROM gone g JOIN public.messages m ON m.key_id = g.id WHERE m.disposition IS NULL
       OR EXISTS (SELECT FROM public.case_messages j WHERE j.message_id = m.id AND public.tijdig_case_keeps(j.case_id)))
     OR EXISTS (SELECT FROM gone g JOIN public.notes n ON n.key_id = g.id WHERE public.tijdig_case_keeps(n.case_id))
     OR EXISTS (SELECT FROM gone g JOIN public.downloads d ON d.key_id = g.id JOIN public.cases c ON c.id = d.case_id
       WHERE jsonb_typeof(c.state->'hold') = 'object')
     OR EXISTS (SELECT FROM gone g JOIN public.staff s ON s.key_id = g.id)
     OR EXISTS (SELECT FROM gone g JOIN public.waivers w ON w.key_id = g.id WHERE w.in_force) THEN
    RAISE EXCEPTION 'this key is still needed' USING ERRCODE = 'TJ002';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Content goes as its key does: never from under an open case or a legal hold.
CREATE FUNCTION tijdig_content_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE keeps boolean;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'messages' THEN
      keeps := EXISTS (SELECT FROM public.case_messages j WHERE j.message_id = OLD.id AND public.tijdig_case_keeps(j.case_id));
    WHEN 'letters' THEN
      keeps := EXISTS (SELECT FROM public.letter_cases j JOIN public.cases c ON c.id = j.case_id
        WHERE j.letter_id = OLD.id AND (jsonb_typeof(c.state->'hold') = 'object' OR (OLD.audience = 'customer' AND c.closed_at IS NULL)));
    WHEN 'cases' THEN keeps := public.tijdig_case_keeps(OLD.id);
    WHEN 'notes' THEN keeps := public.tijdig_case_keeps(OLD.case_id);
    WHEN 'case_search_keys' THEN keeps := public.tijdig_case_keeps(OLD.case_id);
    WHEN 'downloads' THEN
      keeps := EXISTS (SELECT FROM public.cases c WHERE c.id = OLD.case_id AND jsonb_typeof(c.state->'hold') = 'object');
  END CASE;
  IF keeps THEN
    RAISE EXCEPTION 'a case that is open or under a legal hold keeps this' USING ERRCODE = 'TJ006';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER messages_needed BEFORE UPDATE OF raw, summary ON messages FOR EACH ROW
  WHEN ((OLD.raw IS NOT NULL AND NEW.raw IS NULL) OR (OLD.summary IS NOT NULL AND NEW.summary IS NULL))
  EXECUTE FUNCTION tijdig_content_guard();
--> statement-breakpoint
CREATE TRIGGER letters_needed BEFORE UPDATE OF content, raw ON letters FOR EACH ROW
  WHEN ((OLD.content IS NOT NULL AND NEW.content IS NULL) OR (OLD.raw IS NOT NULL AND NEW.raw IS NULL))
  EXECUTE FUNCTION tijdig_content_guard();
--> statement-breakpoint
CREATE TRIGGER cases_person_needed BEFORE UPDATE OF person ON cases FOR EACH ROW
  WHEN (OLD.person IS NOT NULL AND NEW.person IS NULL) EXECUTE FUNCTION tijdig_content_guard();
--> statement-breakpoint
CREATE TRIGGER notes_needed BEFORE UPDATE OF text ON notes FOR EACH ROW
  WHEN (OLD.text IS NOT NULL AND NEW.text IS NULL) EXECUTE FUNCTION tijdig_content_guard();
--> statement-breakpoint
CREATE TRIGGER case_search_keys_needed BEFORE DELETE ON case_search_keys FOR EACH ROW EXECUTE FUNCTION tijdig_content_guard();
--> statement-breakpoint
CREATE TRIGGER downloads_needed BEFORE UPDATE OF content ON downloads FOR EACH ROW
  WHEN (OLD.content IS NOT NULL AND NEW.content IS NULL) EXECUTE FUNCTION tijdig_content_guard();
