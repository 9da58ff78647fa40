import { Migration } from '@mikro-orm/migrations'

export class Migration20261122100000_communication_channels extends Migration {
  override up(): void {
    // What was erased before this has no seal and is told as missing: a seal given to it now would vouch for whatever
    // somebody had made of these rows by then.
    this.addSql('alter table cc_consent_words add column erase_seal text')
    this.addSql('alter table cc_consent_heads add column broken_seq bigint')
    this.addSql(`create index cc_consents_person
      on cc_consents (tenant_id, organization_id, contact_id, channel_type, purpose)`)
  }
}
