import request from 'supertest'
import { createTestHost, type TestHost } from '../../host/testing.ts'
import type { ActionLogService } from './services/actionLogService.ts'

const modules = ['directory', 'auth', 'audit_logs'].map((id) => ({ id, from: '@open-mercato/core' }))

let testHost: TestHost

beforeAll(async () => {
  testHost = await createTestHost({ modules })
}, 60_000)
afterAll(() => testHost?.close())

test('the log is read page by page, newest first, each tenant its own', async () => {
  const [ada] = await testHost.host.orm.em
    .fork()
    .execute('select id, tenant_id, organization_id from users where email = ?', ['admin@acme.test'])
  const service = testHost.host.createContainer().resolve<ActionLogService>('actionLogService')
  const written: string[] = []
  for (const resourceId of ['1', '2', '3', '4', '5']) {
    const entry = {
      commandId: 'orders.cancel',
      resourceKind: 'orders.order',
      resourceId,
      actorUserId: ada!.id,
    }
    const scope = { tenantId: ada!.tenant_id, organizationId: ada!.organization_id }
    written.unshift((await service.log({ ...entry, ...scope })).id)
  }

  const read = async (email: string, query = '') => {
    const { cookie } = await testHost.signIn(email)
    return request(testHost.listener).get(`/api/audit_logs/actions${query}`).set('cookie', cookie)
  }
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await read('admin@acme.test', `?limit=2${cursor && `&cursor=${cursor}`}`)
    seen.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.nextCursor ?? ''
  } while (cursor)
  expect(seen).toEqual([...written].sort().reverse())

  const one = await read('admin@acme.test', '?resourceKind=orders.order&resourceId=3')
  expect(one.body.items).toEqual([
    expect.objectContaining({ resourceId: '3', actorName: 'Ada Admin', commandId: 'orders.cancel' }),
  ])
  expect((await read('admin@birch.test')).body).toEqual({ items: [], nextCursor: null })
  expect((await read('agent@acme.test')).status).toBe(403)
  expect((await read('admin@acme.test', '?limit=1000')).status).toBe(400)
})
