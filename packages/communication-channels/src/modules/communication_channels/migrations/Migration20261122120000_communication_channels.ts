import { Migration } from '@mikro-orm/migrations'

export class Migration20261122120000_communication_channels extends Migration {
  override up(): void {
    // Which template a message is, in the clear: its content is encrypted, and what became of a template is asked often.
    this.addSql(`alter table cc_external_messages
      add column template_name text,
      add column template_language text`)
    this.addSql(`alter table cc_batches
      add column template_name text,
      add column template_language text`)

    // Of those that are there the policy noted it when it let them pass.
    this.addSql(`
      update cc_external_messages
      set template_name = decision -> 'template' ->> 'name', template_language = decision -> 'template' ->> 'language'
      where direction = 'outbound' and content_type = 'template' and jsonb_typeof(decision -> 'template') = 'object'`)
    this.addSql(`
      update cc_batches b set template_name = m.template_name, template_language = m.template_language
      from (select distinct on (batch_id) batch_id, template_name, template_language from cc_external_messages
            where batch_id is not null and template_name is not null order by batch_id, id) m
      where m.batch_id = b.id and b.content_type = 'template'`)

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
