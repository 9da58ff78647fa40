import { Migration } from '@mikro-orm/migrations'

export class Migration20261121000000_integrations extends Migration {
  override up(): void {
    this.addSql(`
      create table "integration_credentials" (
        "id" uuid primary key,
        "tenant_id" uuid not null,
        "organization_id" uuid not null,
        "integration_id" text not null,
        "credentials" text not null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null,
        constraint "integration_credentials_scope_unique"
          unique ("tenant_id", "organization_id", "integration_id")
      )`)

    this.addSql(`
      create table "integration_states" (
        "id" uuid primary key,
        "tenant_id" uuid not null,
        "organization_id" uuid not null,
        "integration_id" text not null,
        "is_enabled" boolean not null,
        "api_version" text null,
        "reauth_required" boolean not null default false,
        "last_health_status" text null,
        "last_health_checked_at" timestamptz(3) null,
        "last_health_latency_ms" integer null,
        "enabled_at" timestamptz(3) null,
        "created_at" timestamptz(3) not null,
        "updated_at" timestamptz(3) not null,
        constraint "integration_states_scope_unique"
          unique ("tenant_id", "organization_id", "integration_id")
      )`)

    this.addSql(`
      create table "integration_logs" (
        "id" uuid primary key,
        "tenant_id" uuid not null,
        "organization_id" uuid not null,
        "integration_id" text not null,
        "run_id" uuid null,
        "scope_entity_type" text null,
        "scope_entity_id" text null,
        "level" text not null,
        "message" text not null,
        "code" text null,
        "payload" jsonb null,
        "created_at" timestamptz(3) not null
      )`)
    this.addSql(`
      create index "integration_logs_scope_idx"
        on "integration_logs" ("tenant_id", "organization_id", "integration_id", "id")`)
    this.addSql(`
      create index "integration_logs_age_idx"
        on "integration_logs" ("tenant_id", "organization_id", "created_at")`)
  }

  override down(): void {
    for (const table of ['integration_logs', 'integration_states', 'integration_credentials']) {
      this.addSql(`drop table "${table}"`)
    }
  }
}
