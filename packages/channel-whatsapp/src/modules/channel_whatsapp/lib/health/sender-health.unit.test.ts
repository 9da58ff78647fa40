import { healthFrom, type SenderReport } from './sender-health.ts'

const now = new Date('2026-11-22T10:00:00Z')
const later = '2026-11-23T10:00:00.000Z'
const latest = '2026-11-29T10:00:00.000Z'

const report = (change: Partial<SenderReport>): SenderReport => ({
  status: 'CONNECTED',
  platformType: 'CLOUD_API',
  account: {},
  wasReadSinceLost: false,
  ...change,
})
const restrictions = (...items: { type: string; expiresAt: string | null }[]) => ({ restrictions: { items } })
const begins = 'RESTRICTED_BIZ_INITIATED_MESSAGING'
const answers = 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'
const ban = (state: string) => ({ account: { ban: { state, date: null } } })
const link = (event: string) => ({ account: { link: { event } } })

type Row = [string, Partial<SenderReport>, string | null, string | null]
it.each<Row>([
  ['a connected number', {}, null, null],
  ['a number that Meta says nothing of', { status: null, platformType: null }, null, null],
  ['one whose quality fell', { status: 'FLAGGED' }, null, null],
  ['one that reached its limit', { status: 'RESTRICTED' }, null, 'RESTRICTED'],
  ['a banned one', { status: 'BANNED' }, 'BANNED', null],
  [
    'one that is not registered',
    { status: 'PENDING', platformType: 'NOT_APPLICABLE' },
    'NOT_REGISTERED',
    null,
  ],
  ['a disconnected one', { status: 'DISCONNECTED', platformType: null }, 'NOT_REGISTERED', null],
  ['one of a banned account', ban('DISABLE'), 'DISABLE', null],
  ['one whose account is to be banned', ban('SCHEDULE_FOR_DISABLE'), null, null],
  ['one of an account whose announced ban came', ban('SCHEDULE_FOR_DISABLE, DISABLE'), 'DISABLE', null],
  ['one of an account that was taken back', ban('REINSTATE'), null, null],
  ['one of a deleted account', link('ACCOUNT_DELETED'), 'ACCOUNT_DELETED', null],
  ['one of an account that came back', link('ACCOUNT_RECONNECTED'), null, null],
  ['one that Graph knew after that', { ...link('PARTNER_REMOVED'), wasReadSinceLost: true }, null, null],
  ['one that may only answer', { account: restrictions({ type: begins, expiresAt: later }) }, null, begins],
  [
    'one that may not even answer',
    { account: restrictions({ type: answers, expiresAt: later }) },
    answers,
    null,
  ],
  [
    'one whose restriction is over',
    { account: restrictions({ type: begins, expiresAt: '2026-11-22T09:59:59.000Z' }) },
    null,
    null,
  ],
  [
    'one whose account may add no numbers',
    { account: restrictions({ type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', expiresAt: later }) },
    null,
    null,
  ],
])('%s', (_, change, blocked, restricted) => {
  const health = healthFrom(report(change), now)
  expect([health.blocked?.name ?? null, health.restricted?.name ?? null]).toEqual([blocked, restricted])
})

it.each<[string, (string | null)[], string | null]>([
  ['until it ends', [later], later],
  ['until the last of several ends', [later, latest], latest],
  ['without end where one has none', [later, null], null],
])('a restriction holds %s', (_, ends, until) => {
  const account = restrictions(...ends.map((expiresAt) => ({ type: begins, expiresAt })))
  const expected = { name: begins, until: until === null ? null : new Date(until) }
  expect(healthFrom(report({ account }), now).restricted).toEqual(expected)
})
