-- Talks: what is kept. Who may see it stands in the next migration.
-- CreateEnum
CREATE TYPE "ritual_rhythm" AS ENUM ('weekly', 'daily');

-- CreateEnum
CREATE TYPE "talk_form" AS ENUM ('full', 'short', 'brief', 'long', 'evening');

-- CreateEnum
CREATE TYPE "note_kind" AS ENUM ('need', 'value', 'dream', 'fear', 'secret', 'failure', 'gratitude', 'ask');

-- CreateEnum
CREATE TYPE "record_part_kind" AS ENUM ('said', 'try');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('kept', 'changed', 'letgo');

-- CreateTable
CREATE TABLE "ritual" (
    "couple_id" UUID NOT NULL,
    "is_agreed" BOOLEAN NOT NULL,
    "author_id" UUID NOT NULL,
    "rhythm" "ritual_rhythm" NOT NULL,
    "weekday" SMALLINT,
    "time" TEXT NOT NULL,
    "form" "talk_form" NOT NULL,
    "from_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ritual_pkey" PRIMARY KEY ("couple_id","is_agreed")
);

-- CreateTable
CREATE TABLE "talk" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "form" "talk_form" NOT NULL,
    "day" DATE,
    "starts_at" TIMESTAMPTZ(3),
    "skipped_at" TIMESTAMPTZ(3),
    "begun_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "phones" SMALLINT NOT NULL DEFAULT 2,
    "host_id" UUID,
    "state" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reader_ids" UUID[] DEFAULT '{}',

    CONSTRAINT "talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "note_kind" NOT NULL,
    "sealed_body" BYTEA NOT NULL,
    "prompt_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "kind" "note_kind" NOT NULL,
    "sealed_title" BYTEA,
    "talk_id" UUID,
    "is_taken" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lent_note" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "sealed_text" BYTEA NOT NULL,

    CONSTRAINT "lent_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_part" (
    "id" UUID NOT NULL,
    "talk_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "kind" "record_part_kind" NOT NULL,
    "n" SMALLINT NOT NULL,
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "talk_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "n" SMALLINT NOT NULL,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("talk_id","user_id")
);

-- CreateTable
CREATE TABLE "commitment" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "talk_id" UUID,
    "author_id" UUID,
    "doer_id" UUID,
    "is_both" BOOLEAN NOT NULL DEFAULT false,
    "sealed_body" BYTEA,
    "review_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(3),
    "earlier_id" UUID,
    "said_outcome" "outcome",
    "said_by_id" UUID,
    "outcome" "outcome",
    "settled_at" TIMESTAMPTZ(3),
    "reader_ids" UUID[] DEFAULT '{}',

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "talk_couple_id_begun_at_idx" ON "talk"("couple_id", "begun_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "talk_couple_id_day_key" ON "talk"("couple_id", "day");

-- CreateIndex
CREATE INDEX "note_user_id_idx" ON "note"("user_id");

-- CreateIndex
CREATE INDEX "note_prompt_id_idx" ON "note"("prompt_id");

-- CreateIndex
CREATE INDEX "matter_couple_id_idx" ON "matter"("couple_id");

-- CreateIndex
CREATE INDEX "matter_talk_id_idx" ON "matter"("talk_id");

-- CreateIndex
CREATE INDEX "lent_note_couple_id_idx" ON "lent_note"("couple_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_part_talk_id_n_key" ON "record_part"("talk_id", "n");

-- CreateIndex
CREATE INDEX "commitment_couple_id_idx" ON "commitment"("couple_id");

-- CreateIndex
CREATE INDEX "commitment_talk_id_idx" ON "commitment"("talk_id");

-- CreateIndex
CREATE INDEX "commitment_earlier_id_idx" ON "commitment"("earlier_id");

-- AddForeignKey
ALTER TABLE "ritual" ADD CONSTRAINT "ritual_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter" ADD CONSTRAINT "matter_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter" ADD CONSTRAINT "matter_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lent_note" ADD CONSTRAINT "lent_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_part" ADD CONSTRAINT "record_part_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_part" ADD CONSTRAINT "record_part_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_doer_id_fkey" FOREIGN KEY ("doer_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_earlier_id_fkey" FOREIGN KEY ("earlier_id") REFERENCES "commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;


