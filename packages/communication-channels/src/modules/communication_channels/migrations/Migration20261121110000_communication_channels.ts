import { Migration } from '@mikro-orm/migrations'

export class Migration20261121110000_communication_channels extends Migration {
  override up(): void {
    // Many recipients under one intent. Name, content and fallback are encrypted.
    this.addSql(`
      create table cc_batches (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        channel_id uuid not null references cc_communication_channels (id),
        name text not null,
        content_type text not null,
        content text not null,
        fallback_text text,
        state text not null default 'running' check (state in ('running', 'paused', 'cancelled', 'finished')),
        problem jsonb,
        total integer not null,
        scheduled_at timestamptz,
        author_user_id uuid,
        author_name text,
        idempotency_key text not null,
        request_hash text not null,
        is_clearing boolean not null default false,
        claimed_until timestamptz,
        told_counts text,
        told_at timestamptz,
        finished_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint cc_batches_idempotency unique (tenant_id, organization_id, idempotency_key)
      )`)
    this.addSql(
      'create index cc_batches_list on cc_batches (tenant_id, organization_id, created_at desc, id desc)',
    )
    this.addSql(`create index cc_batches_work on cc_batches (id) where state = 'running' or is_clearing`)

    // A recipient becomes a message in the transaction that stores the message. Phone and parameters are encrypted.
    this.addSql(`
      create table cc_batch_recipients (
        batch_id uuid not null references cc_batches (id),
        position integer not null,
        tenant_id uuid not null,
        organization_id uuid not null,
        phone text,
        conversation_id uuid,
        parameters text,
        state text not null check (state in ('waiting', 'made', 'refused', 'cancelled')),
        message_id uuid,
        error jsonb,
        tries smallint not null default 0,
        primary key (batch_id, position)
      )`)
    this.addSql('create index cc_batch_recipients_state on cc_batch_recipients (batch_id, state, position)')
    // The same person twice is one recipient.
    this.addSql(`create unique index cc_batch_recipients_conversation
      on cc_batch_recipients (batch_id, conversation_id) where state = 'made'`)
    this.addSql(`create index cc_batch_recipients_message
      on cc_batch_recipients (message_id) where message_id is not null`)

    // What no message carries yet, but one will.
    this.addSql(`
      create table cc_batch_files (
        batch_id uuid not null references cc_batches (id),
        file_id uuid not null,
        primary key (batch_id, file_id)
      )`)
    this.addSql('create index cc_batch_files_file on cc_batch_files (file_id)')

    // Whose time has come (`lib/outbox/place-scheduled.ts`).
    this.addSql(`create index cc_external_messages_scheduled
      on cc_external_messages (scheduled_at) where scheduled_at is not null`)

    // Counts how far a batch is from the index alone.
    this.addSql('drop index cc_external_messages_batch')
    this.addSql(`create index cc_external_messages_batch
      on cc_external_messages (batch_id, status) where batch_id is not null`)
  }
}
