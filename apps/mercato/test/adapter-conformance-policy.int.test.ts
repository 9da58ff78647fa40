import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { policyCases } from '@open-mercato/communication-channels/testing/conformance/policy-cases'
import { type LetterSubject, letterSubject } from './support/conformance/letterSubject.ts'
import { pigeonSubject } from './support/conformance/pigeonSubject.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let subject: LetterSubject
let whole: ChannelAdapter
let unregister: () => void
beforeAll(async () => {
  shop = await openShop()
  const pigeons = await pigeonSubject(shop)
  unregister = pigeons.unregister
  subject = letterSubject(pigeons, shop.acme.tenantId)
  whole = { ...subject.adapter }
})
beforeEach(async () => {
  subject.book.blocked.clear()
  await subject.reset()
})
afterEach(() => Object.assign(subject.adapter, whole))
afterAll(async () => {
  unregister()
  await shop.close()
})

describe('letters on this hub', () => {
  it.each(policyCases)('$name', (one) => one.run(subject))
})

const DESCRIBED = 'templates are described'
const CARRIED = 'a notification comes filled in'
const HEALTH = 'a number that sends stands well'
const BLOCKED = 'whom the provider blocked'
const COUNTRIES = 'countries are two letters'

const describing = (
  change: (found: Awaited<ReturnType<NonNullable<ChannelAdapter['describeTemplates']>>>) => unknown,
): Partial<ChannelAdapter> => ({
  describeTemplates: async (input) => change(await whole.describeTemplates!(input)) as never,
})
const carrying = (
  change: (found: Awaited<ReturnType<NonNullable<ChannelAdapter['templatesFor']>>>) => unknown,
): Partial<ChannelAdapter> => ({
  templatesFor: async (input) => change(await whole.templatesFor!(input)) as never,
})
const here = () => ({ tenantId: shop.acme.tenantId, organizationId: '' })

const faults: [fault: string, promise: string, plant: () => Partial<ChannelAdapter>][] = [
  [
    'leaves out what is not there',
    DESCRIBED,
    () => describing((all) => all.filter((one) => one.state !== 'missing')),
  ],
  [
    'turns the order round',
    DESCRIBED,
    () => describing((all) => all.toSorted((a, b) => (a.state < b.state ? 1 : -1))),
  ],
  [
    'has words of its own for a state',
    DESCRIBED,
    () => describing((all) => all.map((one) => ({ ...one, state: 'APPROVED' }))),
  ],
  [
    'calls everything usable',
    DESCRIBED,
    () => describing((all) => all.map((one) => ({ ...one, state: 'usable' }))),
  ],
  [
    'shows templates of another business',
    DESCRIBED,
    () => ({ describeTemplates: (input) => whole.describeTemplates!({ ...input, scope: here() }) }),
  ],
  ['puts another language first', CARRIED, () => carrying((all) => all.toReversed())],
  ['fills gaps with nothing', CARRIED, () => carrying((all) => all.map((one) => ({ ...one, missing: [] })))],
  [
    'leaves the content to the caller',
    CARRIED,
    () => carrying((all) => all.map((one) => ({ ...one, content: null }))),
  ],
  [
    'offers something else for what it does not have',
    CARRIED,
    () => ({
      templatesFor: (input) =>
        whole.templatesFor!({ ...input, notification: { ...input.notification, name: 'order_left' } }),
    }),
  ],
  [
    'carries by a template of another business',
    CARRIED,
    () => ({ templatesFor: (input) => whole.templatesFor!({ ...input, scope: here() }) }),
  ],
  [
    'takes a number that it does not know for a blocked one',
    HEALTH,
    () => ({
      healthOf: async ({ channel }) => {
        const known = await shop.sql('select 1 from cc_communication_channels where id = ?', [
          channel.channelId,
        ])
        const blocked = known.length > 0 ? null : { name: 'unknown', until: null }
        return { blocked, restricted: null }
      },
    }),
  ],
  [
    'lets nobody in again',
    BLOCKED,
    () => ({ setBlocked: (input) => whole.setBlocked!({ ...input, isBlocked: true }) }),
  ],
  [
    'throws whatever it has at hand',
    BLOCKED,
    () => ({
      setBlocked: (input) =>
        whole.setBlocked!(input).catch((failure) => Promise.reject(new Error(failure.message))),
    }),
  ],
  [
    'names countries by their names',
    COUNTRIES,
    () => ({ rules: { ...whole.rules!, noMarketingIn: ['Vatican'] } }),
  ],
  ['finds a country in nothing', COUNTRIES, () => ({ regionOfUserId: () => 'VA' })],
  ['finds countries of its own', COUNTRIES, () => ({ regionOfUserId: (id) => (id ? 'village' : null) })],
]

describe('the conformance kit notices an adapter that', () => {
  it.each(faults)('%s', async (_, promise, plant) => {
    const found = policyCases.find(({ name }) => name.startsWith(promise))
    Object.assign(subject.adapter, plant())
    await expect(found!.run(subject)).rejects.toThrow()
  })
})
