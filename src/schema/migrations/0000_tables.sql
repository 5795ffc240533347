CREATE TABLE "case_events" (
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_events_case_id_version_pk" PRIMARY KEY("case_id","version")
);
--> statement-breakpoint
CREATE TABLE "case_messages" (
	"case_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "case_messages_case_id_message_id_pk" PRIMARY KEY("case_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"language" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"policy_on" date,
	"legal_on" date NOT NULL,
	"due_on" date NOT NULL,
	"act_by_on" date NOT NULL,
	"warn_on" date NOT NULL,
	"escalate_on" date NOT NULL,
	"policy_hash" text NOT NULL,
	"version" integer NOT NULL,
	"state" jsonb NOT NULL,
	"opening_message_id" uuid NOT NULL,
	"requester_index" "bytea",
	"key_id" uuid NOT NULL,
	"person" "bytea",
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "cases_reference_unique" UNIQUE("reference"),
	CONSTRAINT "cases_one_per_message_and_kind" UNIQUE("opening_message_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"text" "bytea" NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"hash" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "folders" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "folders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"mailbox" text NOT NULL,
	"path" text NOT NULL,
	"role" text NOT NULL,
	"uid_validity" bigint NOT NULL,
	"next_uid" bigint NOT NULL,
	"seen_count" integer DEFAULT 0 NOT NULL,
	"older_count" integer DEFAULT 0 NOT NULL,
	"vanished_count" integer DEFAULT 0 NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"swept_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "folders_mailbox_path_uid_validity_unique" UNIQUE("mailbox","path","uid_validity")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"size" integer NOT NULL,
	"truncated" boolean NOT NULL,
	"folder_role" text NOT NULL,
	"before_go_live" boolean NOT NULL,
	"key_id" uuid NOT NULL,
	"raw" "bytea",
	"summary" "bytea",
	"disposition" text,
	"reasons" text[] DEFAULT '{}' NOT NULL,
	"from_index" "bytea",
	"message_id_index" "bytea",
	"strikes" smallint DEFAULT 0 NOT NULL,
	"interruptions" smallint DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"triaged_at" timestamp with time zone,
	CONSTRAINT "messages_fingerprint_unique" UNIQUE("fingerprint")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"folder_id" integer NOT NULL,
	"uid" bigint NOT NULL,
	"message_id" uuid NOT NULL,
	"class" text,
	"received_at" timestamp with time zone NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "places_folder_id_uid_pk" PRIMARY KEY("folder_id","uid")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"letter_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "approvals_letter_id_hash_staff_id_pk" PRIMARY KEY("letter_id","hash","staff_id")
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"on" date NOT NULL,
	"staff_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digests_on_staff_id_pk" PRIMARY KEY("on","staff_id")
);
--> statement-breakpoint
CREATE TABLE "letter_cases" (
	"letter_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	CONSTRAINT "letter_cases_letter_id_case_id_pk" PRIMARY KEY("letter_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"audience" text NOT NULL,
	"message_id" text NOT NULL,
	"opening_message_id" uuid,
	"recipient_index" "bytea" NOT NULL,
	"staff_id" uuid,
	"key_id" uuid NOT NULL,
	"content" "bytea",
	"raw" "bytea",
	"hash" text NOT NULL,
	"case_version" integer,
	"approvals_needed" integer NOT NULL,
	"withheld" boolean DEFAULT false NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" timestamp with time zone,
	"last_attempt_at" timestamp with time zone,
	"next_attempt_at" timestamp with time zone,
	"unknown_at" timestamp with time zone,
	"lease_owner" text,
	"lease_until" timestamp with time zone,
	"code" text,
	"sent_at" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letters_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"review_letter_id" uuid PRIMARY KEY NOT NULL,
	"letter_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address_index" "bytea" NOT NULL,
	"key_id" uuid NOT NULL,
	"address" "bytea" NOT NULL,
	"is_staff" boolean NOT NULL,
	"is_manager" boolean NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_address_index_unique" UNIQUE("address_index")
);
--> statement-breakpoint
CREATE TABLE "data_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_keys" (
	"purpose" text PRIMARY KEY NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"round_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_policy_hash_policies_hash_fk" FOREIGN KEY ("policy_hash") REFERENCES "public"."policies"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_opening_message_id_messages_id_fk" FOREIGN KEY ("opening_message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_folder_id_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."folders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_cases" ADD CONSTRAINT "letter_cases_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_cases" ADD CONSTRAINT "letter_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_opening_message_id_messages_id_fk" FOREIGN KEY ("opening_message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_review_letter_id_letters_id_fk" FOREIGN KEY ("review_letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_messages_message_id_index" ON "case_messages" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "cases_status_act_by_on_index" ON "cases" USING btree ("status","act_by_on");--> statement-breakpoint
CREATE INDEX "cases_requester_index_received_at_index" ON "cases" USING btree ("requester_index","received_at");--> statement-breakpoint
CREATE INDEX "notes_case_id_index" ON "notes" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "messages_pending" ON "messages" USING btree ("first_seen_at") WHERE disposition is null;--> statement-breakpoint
CREATE INDEX "messages_message_id_index_index" ON "messages" USING btree ("message_id_index");--> statement-breakpoint
CREATE INDEX "messages_from_index_received_at_index" ON "messages" USING btree ("from_index","received_at");--> statement-breakpoint
CREATE INDEX "messages_first_seen_at_index" ON "messages" USING btree ("first_seen_at");--> statement-breakpoint
CREATE INDEX "places_message_id_index" ON "places" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "letter_cases_case_id_index" ON "letter_cases" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_one_acknowledgement" ON "letters" USING btree ("opening_message_id") WHERE kind = 'acknowledgement';--> statement-breakpoint
CREATE INDEX "letters_waiting" ON "letters" USING btree ("next_attempt_at") WHERE status in ('queued', 'sending', 'unknown');--> statement-breakpoint
CREATE INDEX "letters_acknowledged" ON "letters" USING btree ("recipient_index","written_at") WHERE kind = 'acknowledgement';--> statement-breakpoint
CREATE INDEX "letters_recent" ON "letters" USING btree ("audience","last_attempt_at");--> statement-breakpoint
CREATE INDEX "reviews_letter_id_index" ON "reviews" USING btree ("letter_id");