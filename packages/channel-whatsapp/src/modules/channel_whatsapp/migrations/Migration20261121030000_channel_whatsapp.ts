import { Migration } from '@mikro-orm/migrations'

export class Migration20261121030000_channel_whatsapp extends Migration {
  override up(): void {
    this.addSql(`
      create table wa_account_events (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        channel_id uuid,
        field text not null,
        kind text not null,
        severity text not null check (severity in ('info', 'warning', 'problem')),
        subject text,
        occurred_at timestamptz not null,
        received_at timestamptz not null,
        event_key text not null,
        detail text not null,
        unique (connection_id, event_key)
      )`)
    this.addSql(`create index wa_account_events_timeline
      on wa_account_events (connection_id, occurred_at desc, id desc)`)

    // `reported` keeps for each fact what Meta said last and when, so that an earlier report changes nothing.
    this.addSql(`alter table wa_connections add column reported jsonb not null default '{}'`)
    this.addSql(`
      alter table wa_numbers
        add column messaging_limit text,
        add column throughput text,
        add column quality_flag text,
        add column name_decision text,
        add column requested_name text,
        add column name_reason text,
        add column username text,
        add column username_status text,
        add column reported jsonb not null default '{}'`)
    this.addSql(`
      alter table wa_templates
        add column quality_score text,
        add column rejected_reason text,
        add column status_reason text,
        add column correct_category text,
        add column category_changes_at timestamptz,
        add column synced_components jsonb,
        add column reported jsonb not null default '{}'`)
    this.addSql(`create index wa_templates_external on wa_templates (connection_id, external_id)`)
  }
}
