import { Migration } from '@mikro-orm/migrations'

export class Migration20261122102000_communication_channels extends Migration {
  override up(): void {
    // What stands in rows that were never recorded is not kept for ever, and an import says since when it is gone.
    this.addSql('alter table cc_consent_imports add column emptied_at timestamptz')
    this.addSql(`create index cc_consent_imports_kept
      on cc_consent_imports (updated_at) where emptied_at is null`)
    this.addSql(`create index cc_consent_imports_file
      on cc_consent_imports (tenant_id, organization_id, file_hash)`)
  }
}
