import { Migration } from '@mikro-orm/migrations'

export class Migration20261121120000_communication_channels extends Migration {
  override up(): void {
    // What a delivery is found by, as 64-bit hashes (`lib/ingest/delivery-refs.ts`), and how its signature was judged.
    this.addSql('alter table cc_webhook_deliveries add column refs bigint[], add column verdict text')
    // In kilobytes: a list of what is not sorted in yet is read by every search, and every write that fills it waits.
    this.addSql(`create index cc_webhook_deliveries_refs on cc_webhook_deliveries using gin (refs)
      with (fastupdate = on, gin_pending_list_limit = 1024)`)

    // Connections take turns (`lib/ingest/claim-deliveries.ts`); what was tried before is taken alone.
    this.addSql('drop index cc_webhook_deliveries_pending')
    this.addSql(`create index cc_webhook_deliveries_fresh
      on cc_webhook_deliveries (connection_id, next_attempt_at, id) where state = 'pending' and attempts = 0`)
    this.addSql(`create index cc_webhook_deliveries_again
      on cc_webhook_deliveries (next_attempt_at, id) where state = 'pending' and attempts > 0`)

    // A message's channel is its conversation's, which has the reference: asked for with each of a thousand rows, it cost a
    // fifth of storing them.
    this.addSql('alter table cc_external_messages drop constraint cc_external_messages_channel_id_fkey')

    // What workers hold right now. A row that nobody has locked is a dead worker's (`lib/ingest/worker-claims.ts`).
    this.addSql(`
      create table cc_ingest_claims (
        id uuid primary key,
        delivery_ids uuid[] not null,
        claimed_at timestamptz not null default now()
      )`)
  }
}
