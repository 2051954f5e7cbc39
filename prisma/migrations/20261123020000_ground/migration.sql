-- CreateEnum
CREATE TYPE "mail_purpose" AS ENUM ('reset', 'confirm');

-- CreateEnum
CREATE TYPE "prompt_source" AS ENUM ('daily', 'library', 'own');

-- CreateEnum
CREATE TYPE "response_intent" AS ENUM ('understood', 'validated', 'cared', 'added');

-- CreateEnum
CREATE TYPE "reaction_kind" AS ENUM ('felt', 'smiled', 'same', 'more');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" BYTEA NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "shows_presence" BOOLEAN NOT NULL DEFAULT true,
    "welcomed_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_token" (
    "token_hash" BYTEA NOT NULL,
    "purpose" "mail_purpose" NOT NULL,
    "email" TEXT NOT NULL,
    "user_id" UUID,
    "password_hash" BYTEA,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "couple" (
    "id" UUID NOT NULL,
    "time_zone" TEXT NOT NULL,
    "circumstances" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "event_seq" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "couple_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "user_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "slot" SMALLINT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "vault_key" (
    "id" UUID NOT NULL,
    "couple_id" UUID,
    "user_id" UUID,
    "master_version" INTEGER NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vault_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "inviter_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "accepter_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prompt" (
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "source" "prompt_source" NOT NULL,
    "content_id" TEXT,
    "topic" TEXT NOT NULL,
    "depth" TEXT NOT NULL,
    "day" DATE,
    "asked_by_id" UUID,
    "earlier_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "revealed_at" TIMESTAMPTZ(3),
    "swapped_at" TIMESTAMPTZ(3),
    "reader_ids" UUID[] DEFAULT '{}',

    CONSTRAINT "prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prompt_words" (
    "prompt_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "sealed_words" BYTEA,

    CONSTRAINT "prompt_words_pkey" PRIMARY KEY ("prompt_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response" (
    "id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID,
    "intent" "response_intent" NOT NULL,
    "sealed_body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reaction" (
    "prompt_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" "reaction_kind" NOT NULL,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("prompt_id","author_id","kind")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "sealed_body" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "postponement" (
    "user_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "postponement_pkey" PRIMARY KEY ("user_id","prompt_id")
);

-- CreateTable
CREATE TABLE "readiness" (
    "user_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "ready" BOOLEAN NOT NULL,

    CONSTRAINT "readiness_pkey" PRIMARY KEY ("user_id","prompt_id")
);

-- CreateTable
CREATE TABLE "muted_topic" (
    "user_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,

    CONSTRAINT "muted_topic_pkey" PRIMARY KEY ("user_id","topic")
);

-- CreateTable
CREATE TABLE "event" (
    "couple_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "actor_id" UUID,
    "subject_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("couple_id","seq")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_password_hash_key" ON "account"("email", "password_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "mail_token_email_idx" ON "mail_token"("email");

-- CreateIndex
CREATE UNIQUE INDEX "member_couple_id_slot_key" ON "member"("couple_id", "slot");

-- CreateIndex
CREATE INDEX "vault_key_couple_id_idx" ON "vault_key"("couple_id");

-- CreateIndex
CREATE INDEX "vault_key_user_id_idx" ON "vault_key"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invite_token_hash_key" ON "invite"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invite_code_hash_key" ON "invite"("code_hash");

-- CreateIndex
CREATE INDEX "invite_couple_id_idx" ON "invite"("couple_id");

-- CreateIndex
CREATE INDEX "invite_accepter_id_idx" ON "invite"("accepter_id");

-- CreateIndex
CREATE INDEX "prompt_couple_id_created_at_idx" ON "prompt"("couple_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "prompt_couple_id_day_key" ON "prompt"("couple_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "answer_prompt_id_author_id_key" ON "answer"("prompt_id", "author_id");

-- CreateIndex
CREATE INDEX "response_prompt_id_idx" ON "response"("prompt_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vault_key" ADD CONSTRAINT "vault_key_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vault_key" ADD CONSTRAINT "vault_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_accepter_id_fkey" FOREIGN KEY ("accepter_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_earlier_id_fkey" FOREIGN KEY ("earlier_id") REFERENCES "prompt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_words" ADD CONSTRAINT "prompt_words_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompt_words" ADD CONSTRAINT "prompt_words_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postponement" ADD CONSTRAINT "postponement_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postponement" ADD CONSTRAINT "postponement_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness" ADD CONSTRAINT "readiness_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness" ADD CONSTRAINT "readiness_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "muted_topic" ADD CONSTRAINT "muted_topic_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_couple_id_fkey" FOREIGN KEY ("couple_id") REFERENCES "couple"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- CreateIndex
CREATE UNIQUE INDEX "draft_user_id_prompt_id_key" ON "draft"("user_id", "prompt_id");

-- CreateTable
CREATE TABLE "installation" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "login_salt" BYTEA NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "installation" ADD CONSTRAINT "installation_one_check" CHECK ("id" = 1);
INSERT INTO "installation" ("login_salt") VALUES (sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));
-- A couple never has more than two members.
ALTER TABLE "member" ADD CONSTRAINT "member_slot_check" CHECK ("slot" IN (1, 2));
-- A data key belongs to a couple or to one person.
ALTER TABLE "vault_key" ADD CONSTRAINT "vault_key_owner_check" CHECK (num_nonnulls("couple_id", "user_id") = 1);
-- An address that was proven belongs to one account.
CREATE UNIQUE INDEX "account_verified_email_key" ON "account"("email") WHERE "email_verified_at" IS NOT NULL;
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_depth_check" CHECK ("depth" IN ('light', 'warm', 'deep'));
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_source_check" CHECK (("source" = 'own') = ("content_id" IS NULL));
-- Written words are there unless they were withdrawn.
ALTER TABLE "answer" ADD CONSTRAINT "answer_body_check" CHECK (("sealed_body" IS NULL) = ("withdrawn_at" IS NOT NULL));
ALTER TABLE "response" ADD CONSTRAINT "response_body_check" CHECK (("sealed_body" IS NULL) = ("withdrawn_at" IS NOT NULL));
