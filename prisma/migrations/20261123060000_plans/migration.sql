-- CreateEnum
CREATE TYPE "plan_kind" AS ENUM ('surprise', 'together');

-- CreateEnum
CREATE TYPE "plan_state" AS ENUM ('draft', 'sealed', 'proposed', 'later', 'planned', 'lived', 'letgo');

-- CreateEnum
CREATE TYPE "version_kind" AS ENUM ('proposed', 'countered', 'combined');

-- CreateEnum
CREATE TYPE "rhythm" AS ENUM ('weekly', 'biweekly', 'monthly');

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "kind" "plan_kind" NOT NULL,
    "author_id" UUID,
    "state" "plan_state" NOT NULL DEFAULT 'draft',
    "prompt_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reveal_at" TIMESTAMPTZ(3),
    "revealed_at" TIMESTAMPTZ(3),
    "later_until" DATE,
    "agreed_n" SMALLINT,
    "planned_at" TIMESTAMPTZ(3),
    "lived_on" DATE,
    "reader_ids" UUID[] DEFAULT '{}',

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "n" SMALLINT NOT NULL,
    "kind" "version_kind" NOT NULL,
    "sealed_body" BYTEA,
    "day" DATE,
    "starts_at" TIMESTAMPTZ(3),
    "minutes" SMALLINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teaser" (
    "plan_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "for_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "minutes" SMALLINT,
    "sealed_body" BYTEA NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "teaser_pkey" PRIMARY KEY ("plan_id")
);

-- CreateTable
CREATE TABLE "felt" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "felt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "with_id" UUID,
    "idea_id" TEXT,
    "plan_id" UUID,
    "novelty" SMALLINT NOT NULL,
    "pull" SMALLINT NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "user_id" UUID NOT NULL,
    "shown_to_id" UUID,
    "sealed_body" BYTEA NOT NULL,

    CONSTRAINT "card_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "about_id" UUID,
    "sealed_body" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turn" (
    "couple_id" UUID NOT NULL,
    "rhythm" "rhythm" NOT NULL,
    "anchor_on" DATE NOT NULL,
    "anchor_n" INTEGER NOT NULL,
    "first_id" UUID NOT NULL,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("couple_id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "shows_titles" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "plan_couple_id_state_idx" ON "plan"("couple_id", "state");

-- CreateIndex
CREATE INDEX "plan_author_id_idx" ON "plan"("author_id");

-- CreateIndex
CREATE INDEX "plan_prompt_id_idx" ON "plan"("prompt_id");

-- CreateIndex
CREATE INDEX "plan_reveal_at_idx" ON "plan"("reveal_at");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_plan_id_n_key" ON "plan_version"("plan_id", "n");

-- CreateIndex
CREATE INDEX "teaser_couple_id_idx" ON "teaser"("couple_id");

-- CreateIndex
CREATE UNIQUE INDEX "felt_plan_id_author_id_key" ON "felt"("plan_id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_user_id_idea_id_key" ON "rating"("user_id", "idea_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_user_id_plan_id_key" ON "rating"("user_id", "plan_id");

-- CreateIndex
CREATE INDEX "card_shown_to_id_idx" ON "card"("shown_to_id");

-- CreateIndex
CREATE INDEX "observation_user_id_idx" ON "observation"("user_id");

-- CreateIndex
CREATE INDEX "turn_first_id_idx" ON "turn"("first_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_token_hash_key" ON "calendar"("token_hash");

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaser" ADD CONSTRAINT "teaser_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaser" ADD CONSTRAINT "teaser_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "felt" ADD CONSTRAINT "felt_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "felt" ADD CONSTRAINT "felt_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_shown_to_id_fkey" FOREIGN KEY ("shown_to_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "rating" ADD CONSTRAINT "rating_of_one" CHECK (num_nonnulls("idea_id", "plan_id") = 1),
  ADD CONSTRAINT "rating_in_words" CHECK ("novelty" BETWEEN 0 AND 2 AND "pull" BETWEEN 0 AND 2);

ALTER TABLE "plan" ADD CONSTRAINT "plan_days_of_its_state" CHECK (
  ("state" = 'lived') = ("lived_on" IS NOT NULL) AND ("state" = 'later') = ("later_until" IS NOT NULL)
  AND ("state" = 'sealed' OR "reveal_at" IS NULL));
