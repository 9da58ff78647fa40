import { Migration } from '@mikro-orm/migrations'

export class Migration20261121000000_host extends Migration {
  override up(): void {
    this.addSql(`
      create table tenant_keys (
        tenant_id uuid primary key,
        wrapped_key text not null,
        wrapped_by text not null,
        created_at timestamptz not null default now()
      )`)
  }

  override down(): void {
    this.addSql('drop table tenant_keys')
  }
}
