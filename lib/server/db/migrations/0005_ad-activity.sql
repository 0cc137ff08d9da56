CREATE TABLE "network"."ad_activity" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event_type" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"object_id" text NOT NULL,
	"object_type" text NOT NULL,
	"object_name" text NOT NULL,
	"extra" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "network"."ad_token" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "ad_activity_account" ON "network"."ad_activity" USING btree ("account_id","at","seq");