import { Migration } from '@mikro-orm/migrations'

export class Migration20261121140000_channel_whatsapp extends Migration {
  override up(): void {
    // Whether a number is also used in the WhatsApp Business app: then it sends slower.
    this.addSql('alter table wa_numbers add column is_on_biz_app boolean')
  }
}
