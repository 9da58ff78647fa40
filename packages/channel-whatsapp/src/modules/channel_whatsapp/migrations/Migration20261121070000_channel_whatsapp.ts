import { Migration } from '@mikro-orm/migrations'

export class Migration20261121070000_channel_whatsapp extends Migration {
  override up(): void {
    // What Graph says of a number. `synced_at` is when it was asked: a webhook of before that changes nothing any more.
    this.addSql(`
      alter table wa_numbers
        add column status text,
        add column name_status text,
        add column new_name_status text,
        add column code_verification_status text,
        add column is_pin_enabled boolean,
        add column is_official boolean,
        add column platform_type text,
        add column account_mode text,
        add column synced_at timestamptz`)
    this.addSql(`create index wa_numbers_scope on wa_numbers (tenant_id, organization_id)`)
    this.addSql(`
      alter table wa_connections
        add column account_name text,
        add column portfolio_id text,
        add column portfolio_name text`)
  }
}
