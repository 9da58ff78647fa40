import { Migration } from '@mikro-orm/migrations'

export class Migration20261122200000_channel_whatsapp extends Migration {
  override up(): void {
    // When a template was last heard of, and when it was missed: what was asked for in between does not bring it back.
    this.addSql('alter table wa_deleted_templates add column noticed_at timestamptz')
    this.addSql('update wa_deleted_templates set noticed_at = deleted_at')
    this.addSql('alter table wa_deleted_templates alter column noticed_at set not null')
  }
}
