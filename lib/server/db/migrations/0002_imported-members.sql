CREATE TABLE "network"."consent_ledger" (
	"first_leaf" bigint PRIMARY KEY NOT NULL,
	"leaves" integer NOT NULL,
	"first_member" integer NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"packed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network"."member_identity" (
	"member" integer PRIMARY KEY NOT NULL,
	"external_id" text COLLATE "C" NOT NULL,
	"email_key" "bytea",
	"phone_key" "bytea",
	CONSTRAINT "member_identity_external_id_unique" UNIQUE("external_id")
);
--> statement-breakpoint
CREATE TABLE "network"."member_import" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"day" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"lines" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"members" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"report_bytes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network"."member_pack" (
	"first_member" integer PRIMARY KEY NOT NULL,
	"members" integer NOT NULL,
	"packed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "consent_ledger_member" ON "network"."consent_ledger" USING btree ("first_member");--> statement-breakpoint
-- Deflated already: the database need not try again.
ALTER TABLE "network"."member_pack" ALTER COLUMN "packed" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "network"."consent_ledger" ALTER COLUMN "packed" SET STORAGE EXTERNAL;
