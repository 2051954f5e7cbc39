-- Good news and bids: what is kept. Who may see it stands in the next migration.
-- CreateEnum
CREATE TYPE "news_answer_kind" AS ENUM ('great', 'question', 'reply', 'celebrate');

-- CreateEnum
CREATE TYPE "bid_kind" AS ENUM ('hug', 'listen', 'help', 'laugh', 'quiet');

-- CreateEnum
CREATE TYPE "bid_answer" AS ENUM ('now', 'at', 'cannot');

-- CreateTable
CREATE TABLE "news" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),
    "reader_ids" UUID[] DEFAULT '{}',

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news_answer" (
    "id" UUID NOT NULL,
    "news_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "kind" "news_answer_kind" NOT NULL,
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "news_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bid" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" "bid_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "bid_answer",
    "answer_at" TIMESTAMPTZ(3),
    "sealed_answer" BYTEA,
    "answered_at" TIMESTAMPTZ(3),
    "fades_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "reader_ids" UUID[] DEFAULT '{}',

    CONSTRAINT "bid_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "news_couple_id_created_at_idx" ON "news"("couple_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "news_answer_news_id_kind_key" ON "news_answer"("news_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "bid_author_id_key" ON "bid"("author_id");

-- CreateIndex
CREATE INDEX "bid_couple_id_idx" ON "bid"("couple_id");

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news" ADD CONSTRAINT "news_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_answer" ADD CONSTRAINT "news_answer_news_id_fkey" FOREIGN KEY ("news_id") REFERENCES "news"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_answer" ADD CONSTRAINT "news_answer_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid" ADD CONSTRAINT "bid_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


