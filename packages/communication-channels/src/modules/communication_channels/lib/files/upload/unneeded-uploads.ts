import { type Db, sql } from '../../db.ts'

/*
 * A file that nobody sends any more is not handed to the provider. Uploads are locked before their messages, as those do
 * who finish them.
 */

/** Locks what these messages wait for, as far as nobody is handing it over. */
export async function holdUploads(db: Db, messageIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from cc_media_uploads u
    where u.state = 'waiting' and u.claimed_until is null and (u.channel_id, u.file_id) in (
      select m.channel_id, f.file_id from cc_message_files f join cc_external_messages m on m.id = f.message_id
      where f.message_id = any(${messageIds}::uuid[]))
    order by u.file_id for update of u`.execute(db)
  return rows.map(({ id }) => id)
}

/** Those of the locked ones that no other message waits for. */
export async function dropUploads(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    delete from cc_media_uploads u where u.id = any(${ids}::uuid[]) and not exists (
      select 1 from cc_message_files f join cc_external_messages m on m.id = f.message_id
      where f.file_id = u.file_id and m.channel_id = u.channel_id and m.status in ('queued', 'sending'))`.execute(
    db,
  )
}
