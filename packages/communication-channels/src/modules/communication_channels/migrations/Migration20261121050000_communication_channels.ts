import { Migration } from '@mikro-orm/migrations'

export class Migration20261121050000_communication_channels extends Migration {
  override up(): void {
    // A row is the work item of its own fetching, as a queued message is of its sending.
    this.addSql(`
      create table cc_media_files (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        origin text not null check (origin in ('received', 'uploaded', 'fetched')),
        state text not null check (state in ('waiting', 'stored', 'failed', 'removed')),
        channel_id uuid references cc_communication_channels (id),
        external_media_id text,
        link text,
        file_name text,
        mime_type text,
        byte_size bigint,
        sha256 text,
        width integer,
        height integer,
        duration_ms integer,
        is_animated boolean not null default false,
        audio_codec text,
        audio_channels smallint,
        video_codec text,
        attachment_id uuid,
        preview_attachment_id uuid,
        playable_attachment_id uuid,
        hint text,
        error jsonb,
        attempt_count smallint not null default 0,
        next_attempt_at timestamptz,
        claimed_until timestamptz,
        created_by uuid,
        stored_at timestamptz,
        removed_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`)
    this.addSql(`create index cc_media_files_waiting
      on cc_media_files (next_attempt_at) where state = 'waiting'`)
    this.addSql(`create index cc_media_files_stored
      on cc_media_files (tenant_id, organization_id, stored_at) where state = 'stored'`)

    this.addSql(`create index cc_media_files_bytes_to_delete
      on cc_media_files (id) where state = 'removed' and attachment_id is not null`)

    this.addSql(`
      create table cc_message_files (
        message_id uuid not null,
        file_id uuid not null references cc_media_files (id),
        tenant_id uuid not null,
        organization_id uuid not null,
        primary key (message_id, file_id)
      )`)
    this.addSql('create index cc_message_files_file on cc_message_files (file_id)')

    // A provider takes a file once a number and gives an id for it, which is good for other messages too.
    this.addSql(`
      create table cc_media_uploads (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        channel_id uuid not null references cc_communication_channels (id),
        file_id uuid not null references cc_media_files (id),
        state text not null check (state in ('waiting', 'ready', 'failed')),
        external_media_id text,
        expires_at timestamptz,
        error jsonb,
        attempt_count smallint not null default 0,
        next_attempt_at timestamptz,
        claimed_until timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (channel_id, file_id)
      )`)
    this.addSql(`create index cc_media_uploads_waiting
      on cc_media_uploads (next_attempt_at) where state = 'waiting'`)

    this.addSql(`
      create table cc_settings (
        tenant_id uuid not null,
        organization_id uuid not null,
        default_channel_id uuid,
        file_retention_days integer check (file_retention_days between 1 and 3650),
        updated_at timestamptz not null default now(),
        primary key (tenant_id, organization_id)
      )`)
  }
}
