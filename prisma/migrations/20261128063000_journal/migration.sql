-- CreateEnum
CREATE TYPE "sharing_how" AS ENUM ('alone', 'together');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "journal_lock" SMALLINT NOT NULL DEFAULT 15;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "journal_seen_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "entry" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sealed_body" BYTEA NOT NULL,
    "n" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sharing" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "how" "sharing_how" NOT NULL,
    "sealed_words" BYTEA,
    "deliver_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "reader_ids" UUID[] DEFAULT '{}',

    CONSTRAINT "sharing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sharing_opened" (
    "sharing_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "sharing_opened_pkey" PRIMARY KEY ("sharing_id","user_id")
);

-- CreateTable
CREATE TABLE "sharing_answer" (
    "id" UUID NOT NULL,
    "sharing_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "intent" "response_intent" NOT NULL,
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sharing_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "entry_user_id_created_at_idx" ON "entry"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "sharing_couple_id_delivered_at_idx" ON "sharing"("couple_id", "delivered_at" DESC);

-- CreateIndex
CREATE INDEX "sharing_answer_sharing_id_idx" ON "sharing_answer"("sharing_id");

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_opened" ADD CONSTRAINT "sharing_opened_sharing_id_fkey" FOREIGN KEY ("sharing_id") REFERENCES "sharing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_opened" ADD CONSTRAINT "sharing_opened_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_answer" ADD CONSTRAINT "sharing_answer_sharing_id_fkey" FOREIGN KEY ("sharing_id") REFERENCES "sharing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing_answer" ADD CONSTRAINT "sharing_answer_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


