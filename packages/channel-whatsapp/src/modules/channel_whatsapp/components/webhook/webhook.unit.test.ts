import { arrivalOf, type Level, type LevelState, lossOf, type Webhook } from './webhook.ts'

const level = (state: LevelState | null): Level => ({ state, url: null, problem: null })
const webhookOf = (
  app: LevelState | null,
  account: LevelState | null,
  ...numbers: [LevelState | null, boolean | null][]
): Webhook => ({
  url: 'https://shop.test/hook',
  app: { ...level(app), missingFields: [] },
  account: level(account),
  numbers: numbers.map(([state, messagesArrive], index) => ({
    ...level(state),
    channelId: `ch${index}`,
    messagesArrive,
  })),
})

test.each<[string, LevelState | null, LevelState | null, string | null]>([
  ['the app’s counts, which leads here', 'here', 'inherited', null],
  ['the app’s counts, which leads nowhere', 'off', 'inherited', 'nowhere'],
  ['the account’s counts, which leads elsewhere', 'here', 'elsewhere', 'elsewhere'],
  ['the account’s counts, which leads here', 'off', 'here', null],
])('of a number without an address of its own %s', (_, app, account, to) => {
  const loss = lossOf('number', 'ch0', webhookOf(app, account, ['here', true], ['inherited', true]))
  expect(loss).toEqual(to === null ? null : { channelIds: ['ch0'], to, url: null })
})

test('numbers with an address of their own lose nothing with the account’s', () => {
  expect(lossOf('account', undefined, webhookOf('off', 'here', ['here', true]))).toBeNull()
  const loss = lossOf('account', undefined, webhookOf('off', 'here', ['here', true], ['inherited', true]))
  expect(loss?.channelIds).toEqual(['ch1'])
})

test('where Graph could not be asked, nobody says that messages keep coming', () => {
  expect(lossOf('account', undefined, webhookOf(null, 'here', ['inherited', true]))).toMatchObject({
    to: null,
  })
})

test.each<[(boolean | null)[], string | null, string[]]>([
  [[], null, []],
  [[null, null], null, []],
  [[true, true], 'all', []],
  [[true, false], 'some', ['ch1']],
  [[false, null], 'some', ['ch0']],
  [[false, false], 'none', ['ch0', 'ch1']],
])('of numbers that get their messages as %j it is said: %s', (arrive, is, lost) => {
  const numbers = arrive.map((one): [LevelState, boolean | null] => ['inherited', one])
  expect(arrivalOf(webhookOf('here', 'here', ...numbers))).toEqual(is === null ? null : { is, lost })
})
