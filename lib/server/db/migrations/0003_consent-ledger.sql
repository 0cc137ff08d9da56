CREATE TABLE "network"."ledger_checkpoint" (
	"origin" text NOT NULL,
	"size" bigint NOT NULL,
	"note" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_checkpoint_origin_size_pk" PRIMARY KEY("origin","size")
);
--> statement-breakpoint
CREATE TABLE "network"."ledger_entry" (
	"leaf" bigint PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network"."ledger_intake" (
	"imported_leaf" bigint PRIMARY KEY NOT NULL,
	"first_leaf" bigint NOT NULL,
	"keys" "bytea" NOT NULL,
	CONSTRAINT "ledger_intake_first_leaf_unique" UNIQUE("first_leaf")
);
--> statement-breakpoint
CREATE TABLE "network"."ledger_tile" (
	"level" integer NOT NULL,
	"index" bigint NOT NULL,
	"hashes" "bytea" NOT NULL,
	CONSTRAINT "ledger_tile_level_index_pk" PRIMARY KEY("level","index")
);
--> statement-breakpoint
CREATE TABLE "network"."subject_key" (
	"member" integer PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "network"."ledger_intake" ADD CONSTRAINT "ledger_intake_imported_leaf_consent_ledger_first_leaf_fk" FOREIGN KEY ("imported_leaf") REFERENCES "network"."consent_ledger"("first_leaf") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entry_subject" ON "network"."ledger_entry" USING btree ("subject");--> statement-breakpoint
-- Hashes and random keys cannot be made smaller: the database need not try.
ALTER TABLE "network"."ledger_tile" ALTER COLUMN "hashes" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "network"."ledger_intake" ALTER COLUMN "keys" SET STORAGE EXTERNAL;
