-- Approvals that are there already carry no mark: what they were for and has not left is approved anew.
ALTER TABLE "approvals" ADD COLUMN "mark" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "approvals" ALTER COLUMN "mark" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_closed_by_status" CHECK (("cases"."closed_at" is not null) = ("cases"."status" in ('completed', 'partly-completed', 'refused', 'withdrawn', 'not-a-request')));--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_audience_by_kind" CHECK (("letters"."audience" = 'internal') = ("letters"."kind" in ('review-request', 'review-receipt', 'digest', 'morning', 'due-alert', 'reply-notice', 'staff-question', 'sign-in-code')));--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_approvals_by_kind" CHECK ("letters"."approvals_needed" >= 1 or "letters"."audience" = 'internal' or "letters"."kind" in ('acknowledgement', 'download-code', 'completion-notice'));
--> statement-breakpoint
ALTER TABLE "sign_in_sessions" ADD COLUMN "mark" text;
