CREATE TABLE "waivers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key_id" uuid NOT NULL,
	"reason" "bytea" NOT NULL,
	"in_force" boolean NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
-- Rows that are there already: digests, and people whose roles the next start says.
ALTER TABLE "digests" ADD COLUMN "kind" text NOT NULL DEFAULT 'digest';--> statement-breakpoint
ALTER TABLE "digests" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "digests" DROP CONSTRAINT "digests_on_staff_id_pk";--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_on_kind_staff_id_pk" PRIMARY KEY("on","kind","staff_id");--> statement-breakpoint
ALTER TABLE "case_messages" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "is_approver" boolean NOT NULL DEFAULT false;--> statement-breakpoint
ALTER TABLE "staff" ALTER COLUMN "is_approver" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "is_auditor" boolean NOT NULL DEFAULT false;--> statement-breakpoint
ALTER TABLE "staff" ALTER COLUMN "is_auditor" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "away_until" date;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "stand_in_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "source" text NOT NULL DEFAULT 'environment';--> statement-breakpoint
ALTER TABLE "staff" ALTER COLUMN "source" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "waivers_one_in_force" ON "waivers" USING btree ("in_force") WHERE in_force;--> statement-breakpoint
CREATE INDEX "case_messages_untold" ON "case_messages" USING btree ("case_id") WHERE role = 'follow-up' and told_at is null;