import { Migration } from '@mikro-orm/migrations'

export class Migration20261121040000_communication_channels extends Migration {
  override up(): void {
    this.addSql(`
      alter table cc_external_messages
        add column origin text not null default 'api' check (origin in ('api', 'live', 'device', 'history')),
        add column context text,
        add column hold text,
        add column target_external_id text`)
    this.addSql(`update cc_external_messages set origin = 'live' where direction = 'inbound'`)
    // What is said about another message is looked up from that message.
    this.addSql(`create index cc_external_messages_target
      on cc_external_messages (channel_id, target_external_id) where target_external_id is not null`)
  }
}
