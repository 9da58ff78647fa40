import { Migration } from '@mikro-orm/migrations'

export class Migration20261122000000_attachments extends Migration {
  override up(): void {
    this.addSql(`
      create table "attachment_partitions" (
        "id" uuid primary key,
        "code" text not null,
        "title" text not null,
        "description" text null,
        "storage_driver" text not null default 'default',
        "config_json" jsonb null,
        "is_public" boolean not null default false,
        "requires_ocr" boolean not null default false,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null,
        constraint "attachment_partitions_code_unique" unique ("code")
      )`)

    this.addSql(`
      create table "attachments" (
        "id" uuid primary key,
        "entity_id" text not null,
        "record_id" text not null,
        "organization_id" uuid null,
        "tenant_id" uuid null,
        "partition_code" text not null,
        "file_name" text not null,
        "mime_type" text not null,
        "file_size" integer not null,
        "storage_driver" text not null,
        "storage_path" text not null,
        "storage_metadata" jsonb null,
        "url" text not null,
        "content" text null,
        "created_at" timestamptz(3) not null,
        constraint "attachments_scope_check" check (("tenant_id" is null) = ("organization_id" is null))
      )`)
    this.addSql(`
      create index "attachments_record_idx"
        on "attachments" ("tenant_id", "organization_id", "entity_id", "record_id", "id")`)
  }

  override down(): void {
    for (const table of ['attachments', 'attachment_partitions']) this.addSql(`drop table "${table}"`)
  }
}
