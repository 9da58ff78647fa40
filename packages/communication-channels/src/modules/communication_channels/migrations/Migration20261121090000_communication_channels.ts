import { Migration } from '@mikro-orm/migrations'

export class Migration20261121090000_communication_channels extends Migration {
  override up(): void {
    // For whom a message is written, and in which order messages leave (`lib/outbox`).
    this.addSql(`alter table cc_external_messages
      add column lane text check (lane in ('person', 'automatic', 'bulk')),
      add column priority smallint not null default 1 check (priority between 0 and 2),
      add column scheduled_at timestamptz,
      add column claim_id uuid,
      add column wait_code text,
      add column batch_id uuid`)
    this.addSql(`update cc_external_messages set lane = 'person', priority = 0
      where direction = 'outbound' and origin = 'api'`)

    // A message that the provider refused for its form goes out as text where its writer allowed it. What was refused
    // is kept beside it. Both encrypted.
    this.addSql(`alter table cc_external_messages
      add column fallback_text text,
      add column refused_content text,
      add column refused_error jsonb`)

    // What a person made of one whose answer was lost.
    this.addSql(`alter table cc_external_messages
      add column resend_of uuid,
      add column settled_as text check (settled_as in ('resent', 'left')),
      add column settled_at timestamptz,
      add column settled_by uuid`)

    this.addSql('drop index cc_external_messages_queued')
    this.addSql(`create index cc_external_messages_due
      on cc_external_messages (channel_id, priority, next_attempt_at, id) where status = 'queued'`)
    this.addSql(`create index cc_external_messages_unsettled
      on cc_external_messages (tenant_id, organization_id, updated_at, id)
      where status = 'unknown' and settled_as is null`)
    this.addSql(
      'create index cc_external_messages_batch on cc_external_messages (batch_id) where batch_id is not null',
    )
    this.addSql(
      'create index cc_external_messages_resend on cc_external_messages (resend_of) where resend_of is not null',
    )

    this.addSql(`alter table cc_settings
      add column automatic_per_minute integer not null default 50 check (automatic_per_minute between 1 and 100000),
      add column legal_hold_since timestamptz,
      add column legal_hold_reason text`)
  }
}
