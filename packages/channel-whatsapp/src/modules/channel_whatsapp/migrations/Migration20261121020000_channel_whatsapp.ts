import { Migration } from '@mikro-orm/migrations'

export class Migration20261121020000_channel_whatsapp extends Migration {
  override up(): void {
    this.addSql(`
      create table wa_connections (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        key text not null unique,
        name text not null,
        is_default boolean not null default false,
        credentials_id text not null,
        business_account_id text not null,
        phone_number_id text not null,
        app_id text,
        status text not null default 'connected' check (status in ('connected', 'error', 'requires_reauth')),
        last_error text,
        templates_synced_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      )`)
    this.addSql('create index wa_connections_scope on wa_connections (tenant_id, organization_id)')
    this.addSql(`create unique index wa_connections_default
      on wa_connections (tenant_id, organization_id) where is_default and deleted_at is null`)
    this.addSql(`create unique index wa_connections_account
      on wa_connections (tenant_id, organization_id, business_account_id) where deleted_at is null`)

    this.addSql(`
      create table wa_numbers (
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        phone_number_id text not null,
        channel_id uuid not null,
        display_phone_number text not null,
        verified_name text,
        quality_rating text,
        updated_at timestamptz not null default now(),
        primary key (connection_id, phone_number_id)
      )`)

    this.addSql(`
      create table wa_templates (
        id uuid primary key,
        tenant_id uuid not null,
        organization_id uuid not null,
        connection_id uuid not null references wa_connections (id),
        external_id text not null,
        name text not null,
        language text not null,
        category text not null,
        status text not null,
        parameter_format text not null,
        components jsonb not null,
        synced_at timestamptz not null,
        unique (connection_id, name, language)
      )`)
    this.addSql('create index wa_templates_scope on wa_templates (tenant_id, organization_id, connection_id)')
  }
}
