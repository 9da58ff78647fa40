// The least that taking over a list of consents can be: the same rows parsed, the phone looked up by a keyed hash, phone
// and words encrypted, and a contact, an identity and a hash-chained entry written for each, many in a statement. Nothing
// is judged, nobody is looked for. What the product does more than this is what it costs.
import {
  createCipheriv,
  createHash,
  createHmac,
  createSecretKey,
  randomBytes,
  randomUUIDv7,
} from 'node:crypto'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import pg from 'pg'
import { consentList, type ImportResult } from './parts/consent-list.ts'
import { given, say } from './parts/within-child.ts'

const AT_ONCE = 250

type Row = [phone: string, purpose: string, agreedAt: string, text: string, document: string]

const key = createSecretKey(randomBytes(32))
const tenantId = randomUUIDv7()
const database = new pg.Client({ connectionString: given('DATABASE_URL') })
await database.connect()
await database.query(`
  create table bare_contacts (id uuid primary key, tenant_id uuid not null, phone text not null);
  create table bare_identities (id uuid primary key, tenant_id uuid not null, value_hash text not null,
    contact_id uuid not null, unique (tenant_id, value_hash));
  create table bare_events (tenant_id uuid not null, seq bigint not null, id uuid not null unique,
    identity_id uuid not null, purpose text not null, occurred_at timestamptz not null, previous_hash text not null,
    hash text not null, primary key (tenant_id, seq));
  create table bare_words (event_id uuid primary key, words text not null)`)

const startedAt = performance.now()
let seq = 0
let last = ''
let chunk: Row[] = []
const parser = Readable.from([Buffer.from(consentList(Number(given('ROWS'))))]).pipe(parse({ from: 2 }))
for await (const row of parser as AsyncIterable<Row>) {
  if (chunk.push(row) === AT_ONCE) await write()
}
await write()
const result: ImportResult = { rows: seq, checking: null, recording: (performance.now() - startedAt) / 1000 }
await database.end()
say(result)

async function write(): Promise<void> {
  const rows = chunk.map(([phone, purpose, agreedAt, text, document]) => {
    const ids = { event: randomUUIDv7(), contact: randomUUIDv7(), identity: randomUUIDv7() }
    const previous = last
    last = createHash('sha256')
      .update(JSON.stringify([++seq, ids, purpose, agreedAt, previous]))
      .digest('hex')
    const valueHash = createHmac('sha256', key).update(phone).digest('hex')
    const words = seal(JSON.stringify({ text, document }))
    return { ...ids, seq, purpose, agreedAt, previous, hash: last, valueHash, phone: seal(phone), words }
  })
  chunk = []
  const all = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name])
  await database.query('begin')
  await database.query(
    'insert into bare_contacts select id, $1, phone from unnest($2::uuid[], $3::text[]) as v (id, phone)',
    [tenantId, all('contact'), all('phone')],
  )
  await database.query(
    `insert into bare_identities select id, $1, hash, contact from unnest($2::uuid[], $3::text[], $4::uuid[])
       as v (id, hash, contact)`,
    [tenantId, all('identity'), all('valueHash'), all('contact')],
  )
  await database.query(
    `insert into bare_events select $1, seq, id, identity, purpose, at, previous, hash
     from unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::text[])
       as v (seq, id, identity, purpose, at, previous, hash)`,
    [
      ...[tenantId, all('seq'), all('event'), all('identity'), all('purpose')],
      ...[all('agreedAt'), all('previous'), all('hash')],
    ],
  )
  await database.query('insert into bare_words select * from unnest($1::uuid[], $2::text[])', [
    all('event'),
    all('words'),
  ])
  await database.query('commit')
}

function seal(text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64')).join(':')
}
