import { Migration } from '@mikro-orm/migrations'

export class Migration20261122010000_communication_channels extends Migration {
  override up(): void {
    // Whether the last message is somebody's word (`lib/conversation-summary.ts`). In the row itself, because whoever
    // waits for the row reads it as it is then, and messages as they were before the wait.
    this.addSql(
      'alter table cc_external_conversations add column last_message_is_word boolean not null default false',
    )
    this.addSql(`
      update cc_external_conversations c set last_message_is_word = true
      from cc_external_messages m
      where m.id = c.last_message_id and m.target_external_id is null and m.content_type <> 'system'
        and m.status is distinct from 'cancelled'
        and (m.scheduled_at is null or m.status <> 'queued' or m.scheduled_at <= now())`)
  }
}
