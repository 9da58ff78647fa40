import { createHash } from 'node:crypto'
import { sampleFile } from '@open-mercato/whatsapp-simulator'
import type { Staff } from '../play/staff.ts'
import type { House } from '../processes/house.ts'

/** Every photo that was sent is there once and whole, and nothing is stored that no photo names. Returns what is not so. */
export async function judgeFiles(house: House, staff: Staff): Promise<string[]> {
  const files = await house.query<{ id: string; state: string; messages: number }>(
    `select f.id, f.state, (select count(*)::int from cc_message_files mf where mf.file_id = f.id) as messages
     from cc_media_files f`,
  )
  const expected = createHash('sha256').update(sampleFile('photo').bytes).digest('hex')
  const wrong: string[] = []
  for (const { id, state, messages } of files) {
    if (state !== 'stored') wrong.push(`${id} is ${state}`)
    else if (
      createHash('sha256')
        .update(await staff.bytes(`/files/${id}/content`))
        .digest('hex') !== expected
    )
      wrong.push(`${id} has other bytes`)
    if (messages !== 1) wrong.push(`${id} is in ${messages} messages`)
  }
  const strays = await house.query<{ id: string }>(
    `select a.id from attachments a where not exists (
       select 1 from cc_media_files f
       where a.id in (f.attachment_id, f.preview_attachment_id, f.playable_attachment_id))`,
  )
  return [...wrong, ...strays.map(({ id }) => `attachment ${id} belongs to nothing`)]
}
