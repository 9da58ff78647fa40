import { Migration } from '@mikro-orm/migrations'

export class Migration20261122104000_communication_channels extends Migration {
  override up(): void {
    // Why a message was stopped is not what the policy says of that person later. Of those stopped before this it is
    // not known, and nobody makes it up.
    this.addSql('alter table cc_external_messages add column stopped jsonb')
    // The list is in the order of the times that it shows.
    this.addSql('drop index cc_consents_list')
    this.addSql(`create index cc_consents_list
      on cc_consents (tenant_id, organization_id, since desc, contact_id desc, purpose desc)`)
  }
}
