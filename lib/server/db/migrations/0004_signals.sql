CREATE TABLE "network"."signal_event" (
	"app" text NOT NULL,
	"id" text NOT NULL,
	"digest" text NOT NULL,
	"outcome" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_event_app_id_pk" PRIMARY KEY("app","id")
);
--> statement-breakpoint
CREATE TABLE "network"."signal_key" (
	"id" text PRIMARY KEY NOT NULL,
	"app" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "network"."signal_pace" (
	"member" integer NOT NULL,
	"hour" integer NOT NULL,
	"total" integer NOT NULL,
	"minutes" jsonb NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signal_pace_member_hour_pk" PRIMARY KEY("member","hour")
);
--> statement-breakpoint
CREATE TABLE "network"."signal_quarantine" (
	"member" integer PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network"."signal_tally" (
	"member" integer NOT NULL,
	"segment" text NOT NULL,
	"days" jsonb NOT NULL,
	"last_day" integer NOT NULL,
	CONSTRAINT "signal_tally_member_segment_pk" PRIMARY KEY("member","segment")
);
--> statement-breakpoint
CREATE TABLE "network"."suppression" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "signal_event_received" ON "network"."signal_event" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "signal_pace_written" ON "network"."signal_pace" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "signal_tally_last_day" ON "network"."signal_tally" USING btree ("last_day");