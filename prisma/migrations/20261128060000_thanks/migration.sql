-- Thanks: what is kept. Who may see it stands in the next migration.
-- CreateEnum
CREATE TYPE "thanks_kind" AS ENUM ('thanks', 'fondness');

-- CreateEnum
CREATE TYPE "thanks_way" AS ENUM ('said', 'hug', 'note', 'gesture');

-- CreateTable
CREATE TABLE "thanks" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "giver_id" UUID,
    "kind" "thanks_kind" NOT NULL DEFAULT 'thanks',
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "give_at" TIMESTAMPTZ(3),
    "for_talk" BOOLEAN NOT NULL DEFAULT false,
    "given_at" TIMESTAMPTZ(3),
    "is_received" BOOLEAN NOT NULL DEFAULT false,
    "sealed_answer" BYTEA,
    "answered_at" TIMESTAMPTZ(3),
    "reader_ids" UUID[] DEFAULT '{}',

    CONSTRAINT "thanks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fondness" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "about_id" UUID,
    "sealed_body" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fondness_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aside" (
    "thanks_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "way" "thanks_way",
    "is_shown" BOOLEAN NOT NULL DEFAULT false,
    "is_seen" BOOLEAN NOT NULL DEFAULT false,
    "is_drawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "aside_pkey" PRIMARY KEY ("thanks_id","user_id")
);

-- CreateIndex
CREATE INDEX "thanks_couple_id_given_at_idx" ON "thanks"("couple_id", "given_at" DESC);

-- CreateIndex
CREATE INDEX "thanks_giver_id_idx" ON "thanks"("giver_id");

-- CreateIndex
CREATE INDEX "thanks_give_at_idx" ON "thanks"("give_at");

-- CreateIndex
CREATE INDEX "fondness_user_id_idx" ON "fondness"("user_id");

-- CreateIndex
CREATE INDEX "aside_user_id_idx" ON "aside"("user_id");

-- AddForeignKey
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_giver_id_fkey" FOREIGN KEY ("giver_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fondness" ADD CONSTRAINT "fondness_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aside" ADD CONSTRAINT "aside_thanks_id_fkey" FOREIGN KEY ("thanks_id") REFERENCES "thanks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aside" ADD CONSTRAINT "aside_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
