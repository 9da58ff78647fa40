import request from 'supertest'
import { createTestHost, type TestHost } from '../../host/testing.ts'
import { hashSessionToken } from './lib/session-token.ts'

const modules = ['directory', 'auth', 'audit_logs', 'integrations'].map((id) => ({
  id,
  from: '@open-mercato/core',
}))
const ada = { email: 'admin@acme.test', password: 'mercato-demo' }

let testHost: TestHost
const http = () => request(testHost.listener)
const sql = (text: string, values: unknown[] = []) => testHost.host.orm.em.fork().execute(text, values)

beforeAll(async () => {
  testHost = await createTestHost({ modules })
}, 60_000)
afterAll(() => testHost?.close())
beforeEach(() => sql('delete from login_attempts'))

describe('signing in', () => {
  test('sets a session cookie that says who is asking', async () => {
    const answer = await http()
      .post('/api/auth/login')
      .send({ email: ' Admin@ACME.test ', password: ada.password })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ ok: true })
    const [cookie] = answer.get('set-cookie') as unknown as string[]
    expect(cookie).toMatch(/^om_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)

    const profile = await http().get('/api/auth/profile').set('cookie', cookie!.split(';')[0]!)
    expect(profile.status).toBe(200)
    expect(profile.body).toMatchObject({
      user: { email: 'admin@acme.test', name: 'Ada Admin', roles: ['admin'] },
      tenant: { name: 'Acme Outdoor' },
      organization: { name: 'Acme Outdoor' },
    })
    expect(profile.body.features).toContain('*')
  })

  test('keeps no token that could be used, and no password', async () => {
    const { token } = await testHost.signIn(ada.email)
    const sessions = await sql('select token_hash from sessions')
    expect(sessions).toContainEqual({ token_hash: hashSessionToken(token) })
    expect(JSON.stringify(sessions)).not.toContain(token)
    const users = await sql('select * from users')
    expect(JSON.stringify(users)).not.toContain(ada.password)
  })

  test('answers a wrong password and an unknown account with the same words', async () => {
    const wrong = await http()
      .post('/api/auth/login')
      .send({ ...ada, password: 'wrong' })
    const unknown = await http()
      .post('/api/auth/login')
      .send({ email: 'nobody@acme.test', password: 'wrong' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_credentials'])
    expect([unknown.status, unknown.body]).toEqual([401, wrong.body])
  })

  test('names the fields that are missing or malformed', async () => {
    const answer = await http().post('/api/auth/login').send({ email: 'ada' })
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.body.fieldErrors).sort()).toEqual(['email', 'password'])
    expect(
      (await http().post('/api/auth/login').set('content-type', 'application/json').send('{')).status,
    ).toBe(400)
  })

  test('cannot be done by a form, which another site could post', async () => {
    const answer = await http().post('/api/auth/login').type('form').send(ada)
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type'])
  })
})

describe('guessing', () => {
  const guess = (email = ada.email) => http().post('/api/auth/login').send({ email, password: 'guess' })

  test('is stopped per account, in every process, and even the right password waits', async () => {
    const other = await testHost.startAnother()
    const both = [testHost.listener, other.nodeListener]
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        request(both[n % 2]!)
          .post('/api/auth/login')
          .send({ ...ada, password: 'guess' }),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)

    const refused = await http().post('/api/auth/login').send(ada)
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_attempts'])
    expect(Number(refused.get('retry-after'))).toBeGreaterThan(600)

    await sql("update login_attempts set window_ends_at = window_ends_at - interval '15 minutes 1 second'")
    expect((await http().post('/api/auth/login').send(ada)).status).toBe(200)
  })

  test('is stopped per network address across accounts', async () => {
    await guess('someone@acme.test')
    await sql("update login_attempts set attempts = 60 where key like 'address:%'")
    expect((await guess('someone-else@acme.test')).status).toBe(429)
  })

  test('is forgiven by a sign-in', async () => {
    for (let n = 0; n < 9; n++) await guess()
    expect((await http().post('/api/auth/login').send(ada)).status).toBe(200)
    expect((await guess()).status).toBe(401)
  })
})

describe('a session', () => {
  const profile = (headers: Record<string, string>) => http().get('/api/auth/profile').set(headers)

  test('also works as a bearer token, and nothing else does', async () => {
    const { token } = await testHost.signIn(ada.email)
    expect((await profile({ authorization: `Bearer ${token}` })).status).toBe(200)
    expect((await profile({ authorization: `Bearer ${token}x` })).status).toBe(401)
    expect((await profile({})).status).toBe(401)
  })

  test('ends with signing out', async () => {
    const { cookie } = await testHost.signIn(ada.email)
    const answer = await http().post('/api/auth/logout').set('cookie', cookie)
    expect(answer.status).toBe(200)
    expect(answer.get('set-cookie')?.[0]).toMatch(/^om_session=; Path=\/; Max-Age=0/)
    expect((await profile({ cookie })).status).toBe(401)
  })

  test('ends after twelve idle hours, is kept open by use, and ends after thirty days all the same', async () => {
    const { cookie, token } = await testHost.signIn(ada.email)
    const age = (interval: string) =>
      sql(
        `update sessions set last_seen_at = last_seen_at - interval '${interval}',
           expires_at = expires_at - interval '${interval}',
           absolute_expires_at = absolute_expires_at - interval '${interval}' where token_hash = ?`,
        [hashSessionToken(token)],
      )
    for (let n = 0; n < 3; n++) {
      await age('11 hours')
      expect((await profile({ cookie })).status).toBe(200)
    }
    await sql("update sessions set absolute_expires_at = now() + interval '1 hour'")
    await age('30 minutes')
    expect((await profile({ cookie })).status).toBe(200)
    await age('31 minutes')
    expect((await profile({ cookie })).status).toBe(401)
  })

  test('of a user who was removed signs nobody in', async () => {
    const { cookie } = await testHost.signIn('agent@birch.test')
    await sql("update users set deleted_at = now() where email = 'agent@birch.test'")
    expect((await profile({ cookie })).status).toBe(401)
  })
})

describe('another site', () => {
  test('cannot act with the cookie of a visitor', async () => {
    const { cookie, token } = await testHost.signIn(ada.email)
    const logout = () => http().post('/api/auth/logout')
    for (const header of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.test' }]) {
      const answer = await logout().set('cookie', cookie).set(header)
      expect([answer.status, answer.body.code]).toEqual([403, 'csrf'])
    }
    expect((await http().get('/api/auth/profile').set('cookie', cookie)).status).toBe(200)
    const byToken = await logout().set({ authorization: `Bearer ${token}`, origin: 'https://tool.test' })
    expect(byToken.status).toBe(200)
  })
})
