import { Migration } from '@mikro-orm/migrations'

export class Migration20261121000000_audit_logs extends Migration {
  override up(): void {
    this.addSql(`
      create table "action_logs" (
        "id" uuid primary key,
        "tenant_id" uuid null,
        "organization_id" uuid null,
        "actor_user_id" uuid null,
        "command_id" text not null,
        "action_label" text null,
        "resource_kind" text null,
        "resource_id" text null,
        "parent_resource_kind" text null,
        "parent_resource_id" text null,
        "related_resource_kind" text null,
        "related_resource_id" text null,
        "payload" jsonb null,
        "snapshot_before" jsonb null,
        "snapshot_after" jsonb null,
        "changes_json" jsonb null,
        "context_json" jsonb null,
        "created_at" timestamptz(3) not null
      )`)
    this.addSql(
      'create index "action_logs_scope_idx" on "action_logs" ("tenant_id", "organization_id", "id")',
    )
    this.addSql(`
      create index "action_logs_resource_idx"
        on "action_logs" ("tenant_id", "organization_id", "resource_kind", "resource_id", "id")`)
  }

  override down(): void {
    this.addSql('drop table "action_logs"')
  }
}
