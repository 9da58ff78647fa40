import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { checkAttachmentAccess, isSuperAdminAuth } from './access.ts'

const ada = { sub: 'ada', tenantId: 'acme', orgId: 'outdoor', roles: ['admin'] }
const root = { ...ada, tenantId: 'none', roles: ['SuperAdmin'] }
const own = { tenantId: 'acme', organizationId: 'outdoor' }
const unscoped = { tenantId: null, organizationId: null }

type Case = [string, AuthContext, object, boolean, true | number]

it.each<Case>([
  ['their own file', ada, own, false, true],
  ['a file of another tenant', ada, { ...own, tenantId: 'birch' }, false, 404],
  ['a file of another organization', ada, { ...own, organizationId: 'x' }, false, 404],
  ['a file with a tenant only', ada, { ...own, organizationId: null }, false, 404],
  ['a file with an organization only', ada, { ...own, tenantId: null }, false, 404],
  ['a public file of another tenant', ada, { ...own, tenantId: 'birch' }, true, 404],
  ['a file of nobody', ada, unscoped, false, true],
  ['any file, as superadmin', root, own, false, true],
  ['a file of somebody, signed out', null, own, false, 401],
  ['a public file of somebody, signed out', null, own, true, 401],
  ['a public file of nobody, signed out', null, unscoped, true, true],
  ['a file of nobody, signed out', null, unscoped, false, 401],
])('%s', (_case, auth, attachment, isPublic, expected) => {
  const answer = checkAttachmentAccess(auth, attachment, { isPublic })
  expect(answer).toEqual(expected === true ? { ok: true } : { ok: false, status: expected })
})

it('a public partition can still ask for a sign-in', () => {
  const answer = checkAttachmentAccess(null, unscoped, { isPublic: true }, { requireAuthForPublic: true })
  expect(answer).toEqual({ ok: false, status: 401 })
})

it.each([
  [null, false],
  [ada, false],
  [root, true],
  [{ ...ada, isSuperAdmin: true }, true],
])('%j is superadmin: %s', (auth, expected) => expect(isSuperAdminAuth(auth)).toBe(expected))
