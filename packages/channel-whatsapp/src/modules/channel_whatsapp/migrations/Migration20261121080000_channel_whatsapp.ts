import { Migration } from '@mikro-orm/migrations'

export class Migration20261121080000_channel_whatsapp extends Migration {
  override up(): void {
    // A new connection is read while it is saved; the clock comes after that.
    this.addSql(`
      alter table wa_connections
        add column next_read_at timestamptz not null default now() + interval '1 hour'`)
    // What earlier versions kept lacks the newer columns, so all is read soon; of many, one every other second.
    this.addSql(`
      update wa_connections set next_read_at = now() + random() * interval '2 seconds' * c.count
      from (select count(*) from wa_connections where deleted_at is null) c
      where deleted_at is null`)
    this.addSql(
      `create index wa_connections_next_read on wa_connections (next_read_at) where deleted_at is null`,
    )
  }
}
