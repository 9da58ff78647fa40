import { randomUUIDv7 } from 'node:crypto'
import { defineEntity, type EntityManager, p } from '@mikro-orm/postgresql'
import { registerEntityId } from '@open-mercato/shared/lib/encryption/entityIds'
import { findOneWithDecryption } from '@open-mercato/shared/lib/encryption/find'
import { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { createTestHost, type TestHost } from '../testing.ts'
import { createOrm, encryptOnWrite } from './orm.ts'

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'notes',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    privateText: p.text().nullable(),
    title: p.text(),
  },
})
class Note extends NoteSchema.class {}
NoteSchema.setClass(Note)

let test: TestHost
let orm: Awaited<ReturnType<typeof createOrm>>
const tenantId = randomUUIDv7()
const stored = async (id: string) => {
  const [row] = await orm.em
    .fork()
    .execute<Record<string, string>[]>('select * from notes where id = ?', [id])
  return row!
}

beforeAll(async () => {
  test = await createTestHost({
    modules: ['directory', 'auth'].map((id) => ({ id, from: '@open-mercato/core' })),
  })
  const kms = test.host
    .createContainer()
    .resolve<ConstructorParameters<typeof TenantDataEncryptionService>[0]['kms']>('kmsService')
  registerEntityId(Note, 'notebook', 'Note')
  orm = await createOrm({ databaseUrl: test.databaseUrl, entities: [Note] })
  const maps = [{ entityId: 'notebook:note', fields: [{ field: 'private_text' }] }]
  encryptOnWrite(orm, new TenantDataEncryptionService({ kms, maps }))
  await orm.em
    .fork()
    .execute('create table notes (id uuid primary key, tenant_id uuid, private_text text, title text)')
}, 60_000)
afterAll(async () => {
  await orm?.close(true)
  await test?.close()
})

it('writes mapped columns encrypted and leaves the entity readable', async () => {
  const em = orm.em.fork() as EntityManager
  const note = em.create(Note, { id: randomUUIDv7(), tenantId, privateText: 'call Maria', title: 'Errand' })
  await em.flush()
  expect(note.privateText).toBe('call Maria')
  const row = await stored(note.id)
  expect(row.title).toBe('Errand')
  expect(row.private_text).toMatch(/:v1$/)

  await em.flush()
  expect((await stored(note.id)).private_text).toBe(row.private_text)

  note.privateText = 'call Anna'
  await em.flush()
  expect((await stored(note.id)).private_text).not.toContain('Anna')
  const found = await findOneWithDecryption(orm.em.fork() as EntityManager, Note, { id: note.id })
  expect(found?.privateText).toBe('call Anna')
})

it('does not write again what was only read', async () => {
  const em = orm.em.fork() as EntityManager
  const id = randomUUIDv7()
  em.create(Note, { id, tenantId, privateText: 'as it was', title: 'Kept' })
  await em.flush()
  const before = (await stored(id)).private_text

  const reader = orm.em.fork() as EntityManager
  const note = await findOneWithDecryption(reader, Note, { id })
  note!.title = 'Changed'
  await reader.flush()
  expect(await stored(id)).toMatchObject({ title: 'Changed', private_text: before })

  const blind = orm.em.fork() as EntityManager
  const sealed = await blind.findOneOrFail(Note, { id })
  expect(sealed.privateText).toBe(before)
  sealed.title = 'Changed unseen'
  await blind.flush()
  const again = await findOneWithDecryption(orm.em.fork() as EntityManager, Note, { id })
  expect(again).toMatchObject({ title: 'Changed unseen', privateText: 'as it was' })
})
