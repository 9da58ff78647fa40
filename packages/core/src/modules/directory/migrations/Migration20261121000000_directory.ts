import { Migration } from '@mikro-orm/migrations'

export class Migration20261121000000_directory extends Migration {
  override up(): void {
    this.addSql(`
      create table "tenants" (
        "id" uuid primary key,
        "name" text not null,
        "is_active" boolean not null default true,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null
      )`)
    this.addSql(`
      create table "organizations" (
        "id" uuid primary key,
        "tenant_id" uuid not null references "tenants" ("id") on delete cascade,
        "name" text not null,
        "slug" text not null,
        "is_active" boolean not null default true,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null,
        constraint "organizations_slug_unique" unique ("slug")
      )`)
    this.addSql('create index "organizations_tenant_idx" on "organizations" ("tenant_id")')
  }

  override down(): void {
    this.addSql('drop table "organizations"')
    this.addSql('drop table "tenants"')
  }
}
