CREATE TABLE "downloads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"content" "bytea",
	"token_digest" text NOT NULL,
	"until_on" date NOT NULL,
	"code_digest" text,
	"code_until" timestamp with time zone,
	"tries_left" smallint DEFAULT 0 NOT NULL,
	"codes_on" date,
	"codes_sent" smallint DEFAULT 0 NOT NULL,
	"downloaded_at" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "downloads_token_digest_unique" UNIQUE("token_digest")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "identity_needed" boolean GENERATED ALWAYS AS ((state->'identity'->>'needed')::boolean) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "downloads" ADD CONSTRAINT "downloads_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "downloads" ADD CONSTRAINT "downloads_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "downloads_letter_id_index" ON "downloads" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "downloads_case_id_index" ON "downloads" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "downloads_to_erase" ON "downloads" USING btree ("until_on") WHERE content is not null;--> statement-breakpoint
CREATE INDEX "letters_codes" ON "letters" USING btree ("recipient_index","written_at") WHERE kind in ('identity-request', 'download-code');--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_identity_by_kind" CHECK ("cases"."kind" not in ('deletion', 'copy') or "cases"."identity_needed");