-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sealed_body" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "check_in_user_id_created_at_id_idx" ON "check_in"("user_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


