import { Migration } from '@mikro-orm/migrations'

export class Migration20261122101000_communication_channels extends Migration {
  override up(): void {
    // Of a notification that is queued in plain words: the template that leaves once those may not any more. Encrypted.
    this.addSql('alter table cc_external_messages add column template_content text')
    // When somebody last wrote counted notices too, and pins: what a person does in their app is no word to the business.
    this.addSql(`
      update cc_external_conversations c
      set last_inbound_at = (
        select max(m.sent_at) from cc_external_messages m
        where m.conversation_id = c.id and m.direction = 'inbound' and m.content_type <> 'system'
          and (m.content_type <> 'unsupported' or m.window_until is not null))
      where exists (
        select 1 from cc_external_messages m
        where m.conversation_id = c.id and m.direction = 'inbound' and m.content_type in ('system', 'unsupported'))`)
  }
}
