import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type supertest from 'supertest'
import type { Shop } from './shop.ts'

const FILES = '/api/communication_channels/files'

/** A file as the browser uploads it. */
export function uploadTo(
  shop: Shop,
  channelId: string,
  bytes: Uint8Array,
  fileName?: string,
): supertest.Test {
  const query = new URLSearchParams({ channelId, ...(fileName === undefined ? {} : { fileName }) })
  return shop.acme
    .agent('post', `${FILES}?${query}`)
    .set('content-type', 'application/octet-stream')
    .serialize((body) => body)
    .send(Buffer.from(bytes))
}

export function convert(shop: Shop, fileId: string, as: string, channelId: string): supertest.Test {
  return shop.acme.agent('post', `${FILES}/${fileId}/convert`).send({ as, channelId })
}

export async function contentOf(shop: Shop, fileId: string): Promise<Buffer> {
  return (await shop.acme.agent('get', `${FILES}/${fileId}/content`).buffer(true).expect(200)).body
}

/** Everything that there is of files: rows of ours, rows of the attachments, bytes in the store. */
export async function everythingKept(shop: Shop) {
  const count = async (table: string) =>
    Number((await shop.sql<{ count: string }>(`select count(*) from ${table}`))[0]!.count)
  const folder = join(shop.dataDir, 'attachments')
  const stored = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return {
    files: await count('cc_media_files'),
    ties: await count('cc_message_files'),
    uploads: await count('cc_media_uploads'),
    attachments: await count('attachments'),
    stored: stored.filter((entry) => entry.isFile()).length,
  }
}
