CREATE TABLE "network"."release_charge" (
	"workspace_id" text NOT NULL,
	"epoch" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"use" text NOT NULL,
	"cost" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "release_charge_workspace_id_epoch_kind_key_pk" PRIMARY KEY("workspace_id","epoch","kind","key")
);
--> statement-breakpoint
ALTER TABLE "network"."released" ADD COLUMN "values" jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "release_charge_window" ON "network"."release_charge" USING btree ("workspace_id","at");--> statement-breakpoint
ALTER TABLE "network"."released" DROP COLUMN "value";