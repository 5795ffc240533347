-- Sealed bytes do not compress: trying to costs the server a tenth of its time on a letter.
ALTER TABLE letters ALTER COLUMN content SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE messages ALTER COLUMN summary SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE cases ALTER COLUMN person SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE notes ALTER COLUMN text SET STORAGE EXTERNAL;
