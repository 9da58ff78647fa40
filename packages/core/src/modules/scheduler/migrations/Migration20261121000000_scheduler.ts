import { Migration } from '@mikro-orm/migrations'

export class Migration20261121000000_scheduler extends Migration {
  override up(): void {
    this.addSql(`
      create table scheduled_jobs (
        id uuid primary key,
        name text not null,
        scope_type text not null check (scope_type in ('system', 'organization', 'tenant')),
        tenant_id uuid,
        organization_id uuid,
        schedule_value text not null,
        target_queue text not null,
        target_payload jsonb not null default '{}',
        source_module text,
        is_enabled boolean not null default true,
        next_run_at timestamptz(3) not null,
        last_run_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        check ((scope_type = 'system') = (tenant_id is null))
      )`)
    this.addSql('create index scheduled_jobs_due on scheduled_jobs (next_run_at) where is_enabled')
  }

  override down(): void {
    this.addSql('drop table scheduled_jobs')
  }
}
