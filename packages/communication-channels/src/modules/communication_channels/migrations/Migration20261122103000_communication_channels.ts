import { Migration } from '@mikro-orm/migrations'

export class Migration20261122103000_communication_channels extends Migration {
  override up(): void {
    // Who takes back at the provider that they want no more stands again as before.
    this.addSql('alter table cc_consent_events drop constraint cc_consent_events_kind_check')
    this.addSql(`alter table cc_consent_events add constraint cc_consent_events_kind_check
      check (kind in ('opted_in', 'asked', 'confirmed', 'opted_out', 'resumed'))`)
  }
}
