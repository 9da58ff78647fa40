import { createHash, randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import type { Author } from '../../author.ts'
import { listChannels } from '../../channels/list-channels.ts'
import { line, longText } from '../../content/bounds.ts'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { ChannelError } from '../../errors.ts'
import { recordEvents } from '../../events/record-events.ts'
import { exactHash } from '../../exact-hash.ts'
import { homeRegion } from '../../identity/phone-key.ts'
import { sealBody } from '../../ingest/journal-cipher.ts'
import type { Scope } from '../../scope.ts'
import { CONSENT_ENTITY } from '../ledger/words.ts'
import { isVisible } from '../visible.ts'
import { LANGUAGE } from './check/check-row.ts'
import { readHeading } from './check/columns.ts'
import { examineFile } from './check/examine-file.ts'
import { readLines } from './check/read-lines.ts'
import type { ImportTerms } from './import-view.ts'

export const MOST_FILE_BYTES = 20 * 1024 * 1024

/** A field of a form that was left empty says nothing. */
const ifGiven = <T>(schema: z.ZodType<T>) =>
  z.preprocess((value) => (typeof value === 'string' && !isVisible(value) ? undefined : value), schema)

/** The form: the file, and what holds for all of its rows that say nothing else. */
export const importForm = z.strictObject({
  purpose: ifGiven(z.enum(['marketing', 'utility', 'both']).optional()),
  text: ifGiven(longText.optional()),
  textVersion: ifGiven(line(1, 100).optional()),
  language: ifGiven(line(2, 35).regex(LANGUAGE, 'This is no language. Write it as en or pt-BR.').optional()),
  document: ifGiven(line(1, 500).optional()),
  /** Whose people they are; needed only where there are numbers of several providers. */
  providerKey: ifGiven(line(1, 100).optional()),
})
export type ImportForm = z.infer<typeof importForm>

export interface TakenFile {
  name: string
  bytes: Buffer
  form: ImportForm
  author: Author | null
}

/**
 * Takes on a list to check. Nothing of it is recorded until somebody has seen what was found.
 *
 * @returns the import's id
 * @throws ChannelError 422 where it is no such list, or nobody could be meant by it
 */
export async function takeFile(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  { name, bytes, form, author }: TakenFile,
): Promise<string> {
  const { tenantId, organizationId } = scope
  examineFile(bytes)
  const { ignored } = await headingOf(bytes)
  const { providerKey, channelType, region } = await peopleOf(db, scope, form.providerKey)
  const { purpose = null, text = null, textVersion = null, language = null, document = null } = form
  const terms: ImportTerms = {
    purpose,
    text,
    textVersion,
    language,
    document,
    ignoredColumns: ignored,
    region,
  }
  const payload = { file_name: name, evidence: JSON.stringify(terms) }
  const sealed = await encryption.encryptEntityPayload(CONSENT_ENTITY, payload, tenantId, organizationId)
  const dek = await encryption.getDek(tenantId)
  if (!dek) throw new Error('The tenant has no data key.')
  const id = randomUUIDv7()
  const fileHash = exactHash(createHash('sha256').update(bytes).digest('hex'), `${tenantId}:consent_import`)
  await sql`
    insert into cc_consent_imports
      (id, tenant_id, organization_id, provider_key, channel_type, file_name, file_hash, state, evidence, file,
       author_user_id, author_name, created_at, updated_at)
    values (${id}, ${tenantId}, ${organizationId}, ${providerKey}, ${channelType}, ${sealed.file_name}, ${fileHash},
            'checking', ${sealed.evidence}, ${sealBody(bytes, dek.key, id)}, ${author?.userId ?? null},
            ${author?.name ?? null}, now(), now())`.execute(db)
  const event = 'communication_channels.consent_import.progressed' as const
  await recordEvents(db, [{ event, tenantId, organizationId, payload: { importId: id } }])
  return id
}

async function headingOf(bytes: Buffer) {
  for await (const { cells } of readLines(bytes, 1)) return readHeading(cells)
  return readHeading([])
}

/** A phone number is somebody's with one provider. */
async function peopleOf(db: Db, scope: Scope, asked: string | undefined) {
  const channels = await listChannels(db, scope)
  const keys = new Set(channels.map(({ providerKey }) => providerKey))
  const providerKey = asked ?? (keys.size === 1 ? [...keys][0] : undefined)
  const own = channels.filter((channel) => channel.providerKey === providerKey)
  const [first] = own
  if (first && providerKey)
    return {
      providerKey,
      channelType: first.channelType,
      region: homeRegion(own.map(({ address }) => address)),
    }
  const sentence =
    keys.size === 0
      ? 'No number is connected yet, so nobody could be written to.'
      : 'It is not clear with which provider these people are.'
  const action = keys.size === 0 ? 'Connect a number first.' : 'Name the provider whose people they are.'
  throw new ChannelError(422, 'provider_unknown', sentence, action, {
    fieldErrors: { providerKey: sentence },
  })
}
