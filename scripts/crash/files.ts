import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sampleFile } from '@open-mercato/whatsapp-simulator'
import { query } from '../../benchmarks/parts/databases.ts'
import type { CrashContext } from './inbound.ts'
import { until } from './until.ts'

const FILES = 12
const KILLS = 4
const LONGEST_LIFE_MS = 1_200

interface FileRow {
  id: string
  state: string
  attempts: number
}

/** Kills the product while it fetches what customers sent, once in the middle of a download, then at any moment. */
export async function crashWhileReceiving(ctx: CrashContext): Promise<void> {
  const { shop, findings, random } = ctx
  await sim(ctx, '/faults', 'PATCH', { failNextMedia: { downloads: ['stall'] } })
  await sendPhotos(ctx, 1)
  await until(
    'a download stands still',
    async () => (await filesOf(ctx)).some(({ attempts }) => attempts > 0),
    20,
  )
  await shop.kill()
  await sim(ctx, '/faults', 'PATCH', { failNextMedia: {} })
  const before = await filesOf(ctx)
  await shop.start()

  await sendPhotos(ctx, FILES)
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(random() * LONGEST_LIFE_MS)
    await shop.kill()
    await letLeasesRunOut(ctx)
    await shop.start()
  }
  await until('every file is stored', async () => {
    await letLeasesRunOut(ctx)
    const files = await filesOf(ctx)
    return files.length === FILES + 1 && files.every(({ state }) => state === 'stored')
  })
  findings.note(
    'a file whose download was cut off is no half file',
    before.filter(({ state }) => state !== 'waiting').map(({ id, state }) => `${id} is ${state}`),
  )
  findings.note('every file that was sent is there once, whole', await brokenFiles(ctx))
  findings.note('nothing is stored that no file names', await strays(ctx))
}

async function sendPhotos(ctx: CrashContext, count: number): Promise<void> {
  const { items } = await sim<{ items: { id: string }[] }>(ctx, '/customers')
  const phoneNumberId = ctx.account.numbers[0]!.id
  for (let sent = 0; sent < count; sent++) {
    const content = { type: 'image', image: {} }
    await sim(ctx, '/messages', 'POST', { customerId: items[0]!.id, phoneNumberId, content })
  }
}

function filesOf({ databaseUrl }: CrashContext): Promise<FileRow[]> {
  return query<FileRow>(
    databaseUrl,
    'select id, state, attempt_count as attempts from cc_media_files order by id',
  )
}

/** As if the minute had passed after which whoever worked on a file counts as dead. */
async function letLeasesRunOut({ databaseUrl, shop }: CrashContext): Promise<void> {
  await query(
    databaseUrl,
    `update cc_media_files set next_attempt_at = now(), claimed_until = now() - interval '1 second'
     where state = 'waiting' and claimed_until < now() + ($1 || ' seconds')::interval`,
    [shop.isRunning ? 0 : 600],
  )
}

async function brokenFiles({ databaseUrl, shop }: CrashContext): Promise<string[]> {
  const rows = await query<{ id: string; messages: number }>(
    databaseUrl,
    `select f.id, (select count(*)::int from cc_message_files mf where mf.file_id = f.id) as messages
     from cc_media_files f`,
  )
  const expected = createHash('sha256').update(sampleFile('photo').bytes).digest('hex')
  const broken: string[] = []
  for (const { id, messages } of rows) {
    if (messages !== 1) broken.push(`${id} is in ${messages} messages`)
    const found = createHash('sha256')
      .update(await shop.bytes(`/files/${id}/content`))
      .digest('hex')
    if (found !== expected) broken.push(`${id} has other bytes`)
  }
  return broken
}

function strays({ databaseUrl }: CrashContext): Promise<string[]> {
  return query<{ id: string }>(
    databaseUrl,
    `select a.id from attachments a where not exists (
       select 1 from cc_media_files f
       where a.id in (f.attachment_id, f.preview_attachment_id, f.playable_attachment_id))`,
  ).then((rows) => rows.map(({ id }) => `attachment ${id}`))
}

async function sim<Answer>(
  { simulatorUrl }: CrashContext,
  path: string,
  method = 'GET',
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${simulatorUrl}/sim${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`The simulator answered ${path} with ${response.status}.`)
  return (await response.json()) as Answer
}
