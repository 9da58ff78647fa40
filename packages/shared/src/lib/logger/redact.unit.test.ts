import { redact } from './redact.ts'

it('takes out secrets and people’s words at any depth', () => {
  const logged = JSON.stringify(
    redact({
      a: { b: [{ c: { access_token: 'secret-1', appSecret: 'secret-2' } }] },
      headers: { Authorization: 'secret-3', 'set-cookie': 'secret-4' },
      message: { text: 'secret-5', content: { deep: 'secret-6' } },
      webhookVerifyToken: 'secret-7',
      raw: Buffer.from('secret-8'),
      channelId: 'kept',
    }),
  )
  expect(logged).not.toContain('secret')
  expect(logged).toContain('kept')
})

it('keeps of a database error neither the values of the statement nor the row', () => {
  const cause = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
    severity: 'ERROR',
    code: '23505',
    detail: 'Key (email)=(maria@example.test) already exists.',
    constraint: 'users_email',
  })
  const message = `insert into users (email) values ('maria@example.test') - ${cause.message}`
  const error = Object.assign(new Error(message, { cause }), { sqlState: '23505', code: '23505' })
  const logged = JSON.stringify(redact({ err: error }))
  expect(logged).not.toContain('maria')
  expect(logged).toContain('users_email')
})

it('does not lose itself in a circle', () => {
  const circle: Record<string, unknown> = {}
  circle.self = circle
  expect(() => JSON.stringify(redact(circle))).not.toThrow()
})

it('does not quote what could not be parsed', () => {
  const parse = () => JSON.parse('Maria wrote hello')
  expect(parse).toThrow(SyntaxError)
  try {
    parse()
  } catch (err) {
    expect(JSON.stringify(redact({ err }))).not.toContain('Maria')
  }
})
