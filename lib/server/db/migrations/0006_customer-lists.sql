CREATE TABLE "network"."customer_list" (
	"audience_id" bigint PRIMARY KEY NOT NULL,
	"company" text NOT NULL,
	"state" jsonb NOT NULL,
	"updated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "network"."list_member" (
	"part" text NOT NULL,
	"member" integer NOT NULL,
	CONSTRAINT "list_member_part_member_pk" PRIMARY KEY("part","member")
);
--> statement-breakpoint
CREATE TABLE "network"."list_row" (
	"audience_id" bigint NOT NULL,
	"session_id" text NOT NULL,
	"key" text NOT NULL,
	"member" integer,
	CONSTRAINT "list_row_audience_id_session_id_key_pk" PRIMARY KEY("audience_id","session_id","key")
);
--> statement-breakpoint
CREATE TABLE "network"."list_session" (
	"audience_id" bigint NOT NULL,
	"session_id" text NOT NULL,
	"company" text NOT NULL,
	"operation" text NOT NULL,
	"estimated" bigint,
	"received" integer NOT NULL,
	"invalid" integer NOT NULL,
	"batches" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"touched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "list_session_audience_id_session_id_pk" PRIMARY KEY("audience_id","session_id")
);
--> statement-breakpoint
CREATE INDEX "list_member_member" ON "network"."list_member" USING btree ("member");--> statement-breakpoint
CREATE INDEX "list_row_member" ON "network"."list_row" USING btree ("member");--> statement-breakpoint
CREATE INDEX "member_identity_email" ON "network"."member_identity" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "member_identity_phone" ON "network"."member_identity" USING btree ("phone_key");