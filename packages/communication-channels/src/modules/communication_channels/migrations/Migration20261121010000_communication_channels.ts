import { Migration } from '@mikro-orm/migrations'

export class Migration20261121010000_communication_channels extends Migration {
  override up(): void {
    this.addSql(`
      create table cc_communication_channels (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        provider_key text not null,
        channel_type text not null,
        connection_id uuid not null,
        external_identifier text not null,
        account_identifier text,
        address text,
        display_name text not null,
        is_enabled boolean not null default true,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (tenant_id, organization_id, provider_key, connection_id, external_identifier)
      )`)
    this.addSql(
      'create index cc_communication_channels_connection on cc_communication_channels (connection_id)',
    )

    // Each fact has the provider's time it was learnt at: later news replaces earlier, in whichever order they come.
    this.addSql(`
      create table cc_external_contacts (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        provider_key text not null,
        display_name text,
        phone text,
        user_id text,
        username text,
        display_name_at timestamptz not null default '-infinity',
        phone_at timestamptz not null default '-infinity',
        user_id_at timestamptz not null default '-infinity',
        username_at timestamptz not null default '-infinity',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)
    this.addSql(
      'create index cc_external_contacts_scope on cc_external_contacts (tenant_id, organization_id)',
    )

    // Keyed hashes, because the values themselves are encrypted with a random IV. A user id is valid within its
    // namespace only (the provider's account); a phone is valid everywhere, so its namespace is empty.
    this.addSql(`
      create table cc_contact_identities (
        tenant_id uuid not null,
        organization_id uuid not null,
        provider_key text not null,
        kind text not null check (kind in ('phone', 'user_id')),
        namespace text not null,
        value_hash text not null,
        contact_id uuid not null,
        seen_at timestamptz not null,
        primary key (tenant_id, organization_id, provider_key, kind, namespace, value_hash)
      )`)
    this.addSql('create index cc_contact_identities_contact on cc_contact_identities (contact_id)')

    this.addSql(`
      create table cc_external_conversations (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        channel_id uuid not null references cc_communication_channels (id),
        contact_id uuid not null,
        conversation_window_expires_at timestamptz,
        last_inbound_at timestamptz,
        last_message_at timestamptz,
        last_message_id uuid,
        unread_count integer not null default 0,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (channel_id, contact_id)
      )`)
    this.addSql(`create index cc_external_conversations_list
      on cc_external_conversations (tenant_id, organization_id, last_message_at desc, id desc)`)
    this.addSql('create index cc_external_conversations_contact on cc_external_conversations (contact_id)')

    this.addSql(`
      create table cc_external_messages (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        channel_id uuid not null references cc_communication_channels (id),
        conversation_id uuid not null,
        direction text not null check (direction in ('inbound', 'outbound')),
        external_message_id text,
        content_type text not null,
        content text not null,
        status text,
        status_rank smallint not null default 0,
        error jsonb,
        reply_to_external_id text,
        author_user_id uuid,
        author_name text,
        idempotency_key text,
        request_hash text,
        seen_at timestamptz,
        attempt_count smallint not null default 0,
        next_attempt_at timestamptz,
        claimed_until timestamptz,
        sent_at timestamptz not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)
    this.addSql(`create unique index cc_external_messages_external
      on cc_external_messages (channel_id, external_message_id) where external_message_id is not null`)
    this.addSql(`create unique index cc_external_messages_idempotency
      on cc_external_messages (tenant_id, organization_id, idempotency_key) where idempotency_key is not null`)
    this.addSql(`create index cc_external_messages_thread
      on cc_external_messages (conversation_id, sent_at desc, id desc)`)
    this.addSql(`create index cc_external_messages_unread
      on cc_external_messages (conversation_id) where direction = 'inbound' and seen_at is null`)
    this.addSql(`create index cc_external_messages_queued
      on cc_external_messages (next_attempt_at) where status = 'queued'`)
    this.addSql(`create index cc_external_messages_waiting
      on cc_external_messages (conversation_id, id) where status in ('queued', 'sending')`)
    this.addSql(`create index cc_external_messages_claimed
      on cc_external_messages (claimed_until) where status = 'sending'`)

    this.addSql(`
      create table cc_message_status_events (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        channel_id uuid not null references cc_communication_channels (id),
        external_message_id text not null,
        message_id uuid,
        status text not null,
        status_rank smallint not null,
        participant text not null default '',
        occurred_at timestamptz not null,
        error jsonb,
        pricing jsonb,
        created_at timestamptz not null default now(),
        unique (channel_id, external_message_id, status, participant)
      )`)
    this.addSql('create index cc_message_status_events_message on cc_message_status_events (message_id)')

    this.addSql(`
      create table cc_send_attempts (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        message_id uuid not null,
        number smallint not null,
        started_at timestamptz not null,
        finished_at timestamptz,
        outcome text check (outcome in ('sent', 'not_sent', 'unknown')),
        error jsonb,
        unique (message_id, number)
      )`)

    this.addSql(`
      create table cc_outgoing_events (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        event text not null,
        payload jsonb not null,
        created_at timestamptz not null default now()
      )`)

    // The journal. Partitioned by day, so that what is past its retention is dropped and not deleted.
    // The default partition only ever catches what no day was prepared for.
    this.addSql(`
      create table cc_webhook_deliveries (
        id uuid not null,
        tenant_id uuid not null,
        organization_id uuid not null,
        provider_key text not null,
        connection_id uuid not null,
        received_at timestamptz not null,
        body bytea not null,
        byte_size integer not null,
        state text not null default 'pending' check (state in ('pending', 'applied', 'failed')),
        outcome jsonb,
        error text,
        attempts smallint not null default 0,
        next_attempt_at timestamptz not null default now(),
        applied_at timestamptz,
        primary key (id, received_at)
      ) partition by range (received_at)`)
    this.addSql('create table cc_webhook_deliveries_default partition of cc_webhook_deliveries default')
    this.addSql(`create index cc_webhook_deliveries_pending
      on cc_webhook_deliveries (next_attempt_at, id) where state = 'pending'`)
    this.addSql(`create index cc_webhook_deliveries_list
      on cc_webhook_deliveries (tenant_id, organization_id, received_at desc, id desc)`)
  }
}
