import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { plainArray } from '../plain-array.ts'
import { millisecondsOf, type Realm, timeOf } from './realm.ts'
import type { SeenName } from './sighting.ts'

export interface ToldName {
  identityId: string
  name: SeenName
  first: Date
  last: Date
}

export interface NameNews {
  /** Whose person may have another name to show than until now, so that whoever shows them has to be told. */
  renamed: string[]
  /** Those of them who have another user name. */
  usernames: { identityId: string; at: Date }[]
}

/** As which column of a contact each is encrypted, so that it may be copied there. */
export const NAME_COLUMN = {
  display_name: 'display_name',
  saved_name: 'display_name',
  username: 'username',
  parent_user_id: 'user_id',
} as const

/** The hash of names from before they were told apart: whether another one is the same name, nothing says. */
const OF_BEFORE = 'kept'

interface KnownName {
  identityId: string
  kind: SeenName['kind']
  hash: string
  lastAt: number
}

/** Every name that somebody went by, with its first and last time: later news replaces earlier, in any order. */
export async function addNames(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  told: ToldName[],
): Promise<NameNews> {
  if (told.length === 0) return { renamed: [], usernames: [] }
  const known = await selectNames(db, [...new Set(told.map(({ identityId }) => identityId))])
  const isKnown = new Set(known.map(keyOf))
  const values = await Promise.all(
    told.map((one) => (isKnown.has(keyOf(flat(one))) ? '' : sealName(encryption, realm, one.name))),
  )
  await sql`
    insert into cc_contact_names as n (identity_id, kind, value_hash, value, first_at, last_at)
    select * from unnest(
      ${plainArray(told.map((one) => one.identityId))}::uuid[], ${plainArray(told.map((one) => one.name.kind))}::text[],
      ${plainArray(told.map((one) => one.name.hash))}::text[], ${values}::text[],
      ${plainArray(told.map((one) => timeOf(one.first.getTime())))}::timestamptz[],
      ${plainArray(told.map((one) => timeOf(one.last.getTime())))}::timestamptz[])
    on conflict (identity_id, kind, value_hash) do update
      set first_at = least(n.first_at, excluded.first_at), last_at = greatest(n.last_at, excluded.last_at)
      where excluded.first_at < n.first_at or excluded.last_at > n.last_at`.execute(db)
  const news = newsIn(known, told)
  const again = [...new Set(told.map(({ identityId }) => identityId))].filter(
    (id) => !news.renamed.includes(id),
  )
  return { ...news, renamed: [...news.renamed, ...(await overtaking(db, again))] }
}

/** Of identities heard by the same name again, those whose person has names by another one too: theirs is the later now. */
async function overtaking(db: Db, identityIds: string[]): Promise<string[]> {
  if (identityIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select i.id from cc_contact_identities i
    where i.id = any(${identityIds}::uuid[]) and (
      exists (select 1 from cc_contact_identities other join cc_contact_names n on n.identity_id = other.id
              where other.contact_id = i.contact_id and other.id <> i.id)
      or exists (select 1 from cc_phone_tenures t join cc_contact_names n on n.identity_id = t.phone_id
                 where t.contact_id = i.contact_id))`.execute(db)
  return rows.map(({ id }) => id)
}

function newsIn(known: KnownName[], told: ToldName[]): NameNews {
  const before = latestOf(known)
  const after = latestOf([...known, ...told.map(flat)])
  const news: NameNews = { renamed: [], usernames: [] }
  for (const [key, name] of after) {
    const former = before.get(key)
    if (former?.hash === name.hash) continue
    news.renamed.push(name.identityId)
    if (name.kind === 'username' && former && former.hash !== OF_BEFORE)
      news.usernames.push({ identityId: name.identityId, at: new Date(name.lastAt) })
  }
  return news
}

/** By identity and kind; of two at one time always the same one. */
function latestOf(names: KnownName[]): Map<string, KnownName> {
  const latest = new Map<string, KnownName>()
  for (const name of names) {
    const key = `${name.identityId}|${name.kind}`
    const other = latest.get(key)
    const isLater =
      !other || name.lastAt > other.lastAt || (name.lastAt === other.lastAt && name.hash > other.hash)
    if (isLater) latest.set(key, name)
  }
  return latest
}

function flat({ identityId, name, last }: ToldName): KnownName {
  return { identityId, kind: name.kind, hash: name.hash, lastAt: last.getTime() }
}

function keyOf({ identityId, kind, hash }: KnownName): string {
  return `${identityId}|${kind}|${hash}`
}

async function selectNames(db: Db, identityIds: string[]): Promise<KnownName[]> {
  const { rows } = await sql<KnownName>`
    select identity_id as "identityId", kind, value_hash as hash, ${millisecondsOf('last_at')} as "lastAt"
    from cc_contact_names where identity_id = any(${identityIds}::uuid[])`.execute(db)
  return rows
}

async function sealName(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Realm,
  { kind, value }: SeenName,
): Promise<string> {
  const column = NAME_COLUMN[kind]
  const entity = 'communication_channels:external_contact'
  const sealed = await encryption.encryptEntityPayload(entity, { [column]: value }, tenantId, organizationId)
  return String(sealed[column])
}
