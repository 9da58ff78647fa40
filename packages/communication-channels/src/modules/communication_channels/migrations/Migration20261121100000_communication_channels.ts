import { Migration } from '@mikro-orm/migrations'

export class Migration20261121100000_communication_channels extends Migration {
  override up(): void {
    // The paces that all senders share (`lib/outbox/pace`). Who reserves for a number holds its row.
    this.addSql(`
      create table cc_number_paces (
        channel_id uuid primary key references cc_communication_channels (id),
        tenant_id uuid not null,
        organization_id uuid not null,
        next_at timestamptz not null default now()
      ) with (fillfactor = 50)`)
    this.addSql(`
      create table cc_pair_paces (
        conversation_id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        paid_until timestamptz not null
      ) with (fillfactor = 80)`)
    this.addSql(`
      create table cc_portfolio_reach (
        tenant_id uuid not null,
        organization_id uuid not null,
        provider_key text not null,
        portfolio text not null,
        contact_id uuid not null,
        opened_at timestamptz not null,
        primary key (tenant_id, organization_id, provider_key, portfolio, contact_id)
      )`)
    this.addSql(`create index cc_portfolio_reach_opened
      on cc_portfolio_reach (tenant_id, organization_id, provider_key, portfolio, opened_at)`)
    this.addSql(`
      create table cc_automatic_sends (
        tenant_id uuid not null,
        organization_id uuid not null,
        at timestamptz not null
      )`)
    this.addSql('create index cc_automatic_sends_at on cc_automatic_sends (tenant_id, organization_id, at)')
    this.addSql(`create index cc_external_messages_over_limit
      on cc_external_messages (tenant_id, organization_id, priority, next_attempt_at)
      where status = 'queued' and wait_code = 'organization_limit'`)

    // What became of attempts tells whether sending from a number goes on (`lib/outbox/circuit`).
    this.addSql('alter table cc_send_attempts add column channel_id uuid, add column blame text')
    this.addSql(`create index cc_send_attempts_channel
      on cc_send_attempts (channel_id, started_at) where channel_id is not null`)
    this.addSql(`
      create table cc_circuits (
        channel_id uuid primary key references cc_communication_channels (id),
        tenant_id uuid not null,
        organization_id uuid not null,
        state text not null check (state in ('closed', 'open', 'half_open')),
        reason text not null check (reason in ('failures', 'account', 'rate')),
        opened_at timestamptz not null,
        previous_opened_at timestamptz,
        retry_at timestamptz not null,
        opens smallint not null,
        updated_at timestamptz not null default now()
      )`)

    // Reports that found no message yet (`lib/outbox/tie-reports.ts`).
    this.addSql(`create index cc_message_status_events_untied
      on cc_message_status_events (created_at) where message_id is null`)
  }
}
