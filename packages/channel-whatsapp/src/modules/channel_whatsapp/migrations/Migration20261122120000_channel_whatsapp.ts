import { Migration } from '@mikro-orm/migrations'

export class Migration20261122120000_channel_whatsapp extends Migration {
  override up(): void {
    this.addSql(`
      alter table wa_templates
        add column sub_category text,
        add column previous_category text,
        add column message_send_ttl_seconds integer,
        add column library_template_name text,
        add column is_generated boolean not null default false`)

    // One row for each form a template has had here; the newest is what it says now. Outlives the template.
    this.addSql(`
      create table wa_template_versions (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        name text not null,
        language text not null,
        number integer not null,
        category text not null,
        parameter_format text not null,
        components jsonb not null,
        source text not null check (source in ('synced', 'submitted')),
        author_user_id uuid,
        author_name text,
        seen_at timestamptz not null,
        unique (connection_id, name, language, number)
      )`)

    // What Meta thought of a template over time; \`external_id\` is Meta's.
    this.addSql(`
      create table wa_template_quality (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        external_id text not null,
        score text not null,
        at timestamptz not null,
        unique (connection_id, external_id, at)
      )`)

    this.addSql(`
      create table wa_template_syncs (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        cause text not null check (cause in ('clock', 'person', 'connection')),
        status text not null check (status in ('waiting', 'running', 'complete', 'failed')),
        asked_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        lease_until timestamptz,
        attempts integer not null default 0,
        read_count integer not null default 0,
        expected_count integer,
        template_limit integer,
        added integer not null default 0,
        changed integer not null default 0,
        removed integer not null default 0,
        error text
      )`)
    // One at a time for an account: who asks meanwhile gets the one that is there.
    this.addSql(`
      create unique index wa_template_syncs_open on wa_template_syncs (connection_id)
        where status in ('waiting', 'running')`)
    this.addSql('create index wa_template_syncs_latest on wa_template_syncs (connection_id, asked_at desc)')

    // Templates that a webhook told about, to be read one by one.
    this.addSql(`
      create table wa_template_rereads (
        connection_id uuid not null references wa_connections (id),
        external_id text not null,
        tenant_id uuid not null,
        organization_id uuid not null,
        asked_at timestamptz not null,
        not_before timestamptz not null,
        attempts integer not null default 0,
        primary key (connection_id, external_id)
      )`)
    this.addSql('create index wa_template_rereads_due on wa_template_rereads (not_before)')

    this.addSql(`
      create table wa_template_drafts (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        template_id uuid,
        name text not null,
        language text not null,
        category text not null,
        parameter_format text not null,
        components jsonb not null,
        message_send_ttl_seconds integer,
        author_user_id uuid,
        author_name text,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`)
    this.addSql(
      'create index wa_template_drafts_scope on wa_template_drafts (tenant_id, organization_id, connection_id)',
    )

    // Edits that Meta took from us, with the status that the template had: Meta counts those of approved ones.
    this.addSql(`
      create table wa_template_edits (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        external_id text not null,
        status_before text not null,
        author_user_id uuid,
        author_name text,
        at timestamptz not null
      )`)
    this.addSql('create index wa_template_edits_at on wa_template_edits (connection_id, external_id, at)')

    // Meta keeps the name of a deleted template that was approved from being used again for 30 days.
    this.addSql(`
      create table wa_deleted_templates (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        name text not null,
        language text not null,
        was_approved boolean not null,
        deleted_at timestamptz not null
      )`)
    this.addSql('create index wa_deleted_templates_name on wa_deleted_templates (connection_id, name)')

    // Where the values of a template's variables come from, for all languages of a name.
    this.addSql(`
      create table wa_template_mappings (
        connection_id uuid not null references wa_connections (id),
        name text not null,
        tenant_id uuid not null,
        organization_id uuid not null,
        mapping jsonb not null,
        updated_at timestamptz not null,
        primary key (connection_id, name)
      )`)
  }
}
