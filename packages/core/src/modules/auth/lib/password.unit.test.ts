import { hashPassword, verifyAgainstNobody, verifyPassword } from './password.ts'

test('a password is recognised by its hash and another one is not', async () => {
  const hash = await hashPassword('mercato-demo')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword('mercato-demo', hash)).toBe(true)
  expect(await verifyPassword('mercato-dema', hash)).toBe(false)
})

test('the same password never gives the same hash', async () => {
  expect(await hashPassword('x')).not.toBe(await hashPassword('x'))
})

test('a hash of another form is refused, not an error', async () => {
  expect(await verifyPassword('x', 'plain')).toBe(false)
})

test('nobody can sign in as nobody', async () => {
  expect(await verifyAgainstNobody('x')).toBe(false)
})
