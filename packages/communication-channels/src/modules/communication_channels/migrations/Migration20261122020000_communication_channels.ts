import { Migration } from '@mikro-orm/migrations'

export class Migration20261122020000_communication_channels extends Migration {
  override up(): void {
    // The ledger: rows are only ever added, and each carries the hash of the one before it. Personal words are in a
    // table of their own with their salts, so that they can be erased and the chain still holds.
    this.addSql(`
      create table cc_consent_events (
        tenant_id uuid not null,
        seq bigint not null,
        id uuid not null unique,
        organization_id uuid not null,
        identity_id uuid not null,
        channel_type text not null,
        purpose text not null check (purpose in ('utility', 'marketing')),
        kind text not null check (kind in ('opted_in', 'asked', 'confirmed', 'opted_out')),
        source text not null
          check (source in ('form', 'checkout', 'message', 'staff', 'import', 'platform', 'error')),
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        confirmed_at timestamptz,
        expires_at timestamptz,
        actor_user_id uuid,
        language text,
        text_version text,
        source_key text not null,
        words_hash text not null,
        previous_hash text not null,
        hash text not null,
        primary key (tenant_id, seq),
        unique (tenant_id, organization_id, source_key, purpose, kind)
      )`)
    this.addSql('create index cc_consent_events_identity on cc_consent_events (identity_id)')
    this.addSql(`
      create table cc_consent_words (
        event_id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        seq bigint not null,
        salt text,
        words text,
        erased_at timestamptz,
        erased_by uuid,
        erase_reason text,
        check (num_nulls(salt, words) = case when erased_at is null then 0 else 2 end)
      )`)
    this.addSql(`
      create table cc_consent_heads (
        tenant_id uuid primary key,
        seq bigint not null,
        hash text not null,
        seal text not null,
        updated_at timestamptz not null
      )`)

    // What the ledger knows an identity by, where it turned out to be the same as another: its rows are never rewritten.
    this.addSql(`
      create table cc_folded_identities (
        id uuid primary key,
        kept_id uuid not null
      )`)
    this.addSql('create index cc_folded_identities_kept on cc_folded_identities (kept_id)')

    // What follows from the ledger for each contact; worked out anew whenever it or the people change.
    this.addSql(`
      create table cc_consents (
        contact_id uuid not null,
        channel_type text not null,
        purpose text not null check (purpose in ('utility', 'marketing')),
        tenant_id uuid not null,
        organization_id uuid not null,
        state text not null check (state in ('none', 'opted_in', 'opted_out')),
        since timestamptz,
        source text,
        event_id uuid,
        confirmed_at timestamptz,
        asked_at timestamptz,
        ask_expires_at timestamptz,
        updated_at timestamptz not null default now(),
        primary key (contact_id, channel_type, purpose)
      )`)
    this.addSql(`create index cc_consents_list
      on cc_consents (tenant_id, organization_id, updated_at desc, contact_id desc, purpose desc)`)

    // What is to be done because of an event: stop what is queued, answer the person. The row is the work item.
    this.addSql(`
      create table cc_consent_tasks (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        event_id uuid not null,
        conversation_id uuid,
        kind text not null check (kind in ('stop_queued', 'reply', 'ask')),
        due_at timestamptz not null,
        claimed_until timestamptz,
        attempts smallint not null default 0,
        done_at timestamptz,
        outcome jsonb,
        unique (event_id, kind)
      )`)
    this.addSql('create index cc_consent_tasks_due on cc_consent_tasks (due_at) where done_at is null')

    // A list of people who agreed elsewhere: checked first, then taken over row by row.
    this.addSql(`
      create table cc_consent_imports (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        provider_key text not null,
        channel_type text not null,
        file_name text not null,
        file_hash text not null,
        state text not null check (state in ('checking', 'checked', 'running', 'finished', 'cancelled', 'failed')),
        total integer not null default 0,
        sound integer not null default 0,
        faulty integer not null default 0,
        done integer not null default 0,
        recorded integer not null default 0,
        repeated integer not null default 0,
        overruled integer not null default 0,
        problem jsonb,
        evidence text not null,
        file bytea,
        attempts smallint not null default 0,
        author_user_id uuid,
        author_name text,
        claimed_until timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        finished_at timestamptz
      )`)
    this.addSql(`create index cc_consent_imports_list
      on cc_consent_imports (tenant_id, organization_id, created_at desc, id desc)`)
    this.addSql(`
      create table cc_consent_import_rows (
        import_id uuid not null references cc_consent_imports (id),
        line integer not null,
        tenant_id uuid not null,
        organization_id uuid not null,
        state text not null check (state in ('sound', 'faulty', 'recorded', 'repeated', 'overruled')),
        cells text not null,
        problems jsonb,
        primary key (import_id, line)
      )`)
    this.addSql(
      'create index cc_consent_import_rows_state on cc_consent_import_rows (import_id, state, line)',
    )

    // Whom nobody may write to, whatever they agreed to. By identity, as everything that follows a person.
    this.addSql(`
      create table cc_contact_blocks (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        identity_id uuid not null,
        reason text,
        blocked_at timestamptz not null,
        blocked_by uuid,
        blocked_by_name text,
        lifted_at timestamptz,
        lifted_by uuid,
        lifted_by_name text
      )`)
    this.addSql(
      'create index cc_contact_blocks_identity on cc_contact_blocks (identity_id) where lifted_at is null',
    )

    this.addSql('alter table cc_settings add column consent_rules jsonb')

    // For what a message is, what the policy said when it was queued and when it left, and the notification it carries.
    this.addSql(`alter table cc_external_messages
      add column purpose text check (purpose in ('service', 'utility', 'marketing', 'authentication')),
      add column notification text,
      add column requested_at timestamptz,
      add column decision jsonb,
      add column free_entry_offered_until timestamptz`)
    this.addSql('alter table cc_send_attempts add column decision jsonb')
    this.addSql(`alter table cc_batches
      add column purpose text check (purpose in ('service', 'utility', 'marketing'))`)

    this.addSql(`create index cc_external_messages_free_entry
      on cc_external_messages (conversation_id) where free_entry_offered_until is not null`)
    this.addSql(`create index cc_external_conversations_window
      on cc_external_conversations (tenant_id, organization_id, conversation_window_expires_at)`)
  }
}
