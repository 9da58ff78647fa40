import { Migration } from '@mikro-orm/migrations'

export class Migration20261121130000_communication_channels extends Migration {
  override up(): void {
    this.addSql('alter table cc_webhook_deliveries add column replayed_at timestamptz')

    // What operators look for is rare, and lies anywhere among millions that are as they should be.
    this.addSql(`create index cc_webhook_deliveries_failed
      on cc_webhook_deliveries (tenant_id, organization_id, received_at desc, id desc) where state = 'failed'`)
    this.addSql(`create index cc_webhook_deliveries_odd
      on cc_webhook_deliveries (tenant_id, organization_id, received_at desc, id desc)
      where (outcome ->> 'unreadable')::boolean or (outcome ->> 'foreign')::int > 0`)

    // A time span that is replayed, and how far it got (docs/decisions/0019-replay.md).
    this.addSql(`
      create table cc_replays (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        span jsonb not null,
        total integer not null,
        done integer not null default 0,
        failed integer not null default 0,
        messages integer not null default 0,
        statuses integer not null default 0,
        cursor_at timestamptz,
        cursor_id uuid,
        claimed_until timestamptz,
        attempts smallint not null default 0,
        turn_at timestamptz not null default now(),
        created_by uuid,
        created_at timestamptz not null default now(),
        finished_at timestamptz
      )`)
    this.addSql('create index cc_replays_open on cc_replays (turn_at, id) where finished_at is null')
    this.addSql('create index cc_replays_list on cc_replays (tenant_id, organization_id, id desc)')
  }
}
