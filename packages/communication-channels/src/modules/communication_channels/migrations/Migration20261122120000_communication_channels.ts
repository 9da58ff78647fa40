import { Migration } from '@mikro-orm/migrations'

export class Migration20261122120000_communication_channels extends Migration {
  override up(): void {
    // Which template a message is, in the clear: its content is encrypted, and what became of a template is asked often.
    // Those that are there stay without: naming them would hold up a large shop for minutes, for counts of some weeks.
    this.addSql(`alter table cc_external_messages
      add column template_name text,
      add column template_language text`)
    this.addSql(`alter table cc_batches
      add column template_name text,
      add column template_language text`)

    this.addSql(`create index cc_external_messages_template
      on cc_external_messages (channel_id, template_name, template_language, sent_at)
      where template_name is not null`)
    this.addSql(`create index cc_batches_template
      on cc_batches (channel_id, template_name, template_language)
      where template_name is not null and state in ('running', 'paused')`)
    this.addSql(`create index cc_external_messages_notification
      on cc_external_messages (tenant_id, organization_id, notification, sent_at)
      where notification is not null`)

    // In which languages an organisation writes by itself, and what.
    this.addSql(`alter table cc_settings
      add column default_language text,
      add column notification_languages text[] not null default '{}',
      add column enabled_notifications text[] not null default '{}'`)
  }
}
