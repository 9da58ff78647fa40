import type { EntityManager } from '@mikro-orm/postgresql'
import { workConsentTasks } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/tasks/work-tasks'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { decide, forgetEverybody } from './support/consentWords.ts'
import { emptyTables } from './support/emptyTables.ts'
import { receive } from './support/inbox.ts'
import { openStandInShop, refusal, type StandIn, taken } from './support/outbox.ts'
import { NOW, textMessage } from './support/payloads.ts'
import { HUB } from './support/people.ts'
import type { Shop } from './support/shop.ts'

// What was to follow from what somebody said, and did not, stands in their story: nobody else would ever tell.

let shop: Shop
let provider: StandIn
openStandInShop((opened) => {
  ;({ shop, provider } = opened)
})
beforeEach(async () => {
  provider.answers(taken())
  await forgetEverybody(shop)
  await decide(shop, { doubleOptIn: true }).expect(200)
})

const STRANGER = '+48 600 000 190'

let nth = 0
/** As a form on the shop's pages tells it. @returns the contact's id */
async function agreesOnAForm(): Promise<string> {
  const { body } = await shop.acme
    .admin('post', `${HUB}/consents`)
    .set('idempotency-key', `undone-${++nth}`)
    .send({
      ...{ phone: STRANGER, purposes: ['marketing'], change: 'opt_in', source: 'form' },
      ...{ text: 'Send me news.', evidence: { url: 'https://acme.test/news' } },
    })
    .expect(201)
  return body.contactId
}
const storyOf = async (contactId: string) =>
  (await shop.acme.admin('get', `${HUB}/contacts/${contactId}/consents`).expect(200)).body
const undoneOf = async (contactId: string) => (await storyOf(contactId)).undone
const askAgain = (contactId: string) => shop.acme.admin('post', `${HUB}/contacts/${contactId}/consents/ask`)

async function writeFromTheFirst(): Promise<void> {
  const { body } = await shop.acme.agent('get', `${HUB}/channels`)
  const settings = { defaultChannelId: body.items[0].id }
  await shop.acme.admin('put', `${HUB}/settings`).send(settings).expect(200)
}

describe('a question that could not be asked', () => {
  it('says so, and why, until they are asked again', async () => {
    const contactId = await agreesOnAForm()
    expect(await undoneOf(contactId)).toEqual([])
    await shop.drain()
    expect(await undoneOf(contactId)).toEqual([
      {
        ...{ id: expect.any(String), what: 'question', at: expect.any(String), retryAt: null },
        problem: { code: 'choose_channel', message: expect.any(String), action: null },
        ...{ providerKey: 'whatsapp', conversationId: null },
      },
    ])
    await writeFromTheFirst()
    await askAgain(contactId).expect(202)
    await shop.drain()
    // A message tells its time in whole seconds: the question may seem to be from before what it asks about.
    await shop.sql(`update cc_consent_events set occurred_at = date_trunc('second', asked.at) + interval '0.9 s'
      from (select occurred_at as at from cc_consent_events where kind = 'asked') asked where kind = 'opted_in'`)
    const story = await storyOf(contactId)
    expect(story.undone).toEqual([])
    expect(story.events).toMatchObject([{ kind: 'asked' }, { kind: 'opted_in' }])
  })

  it('is told to whoever looks', async () => {
    const contactId = await agreesOnAForm()
    await emptyTables(shop, 'cc_outgoing_events')
    const container = shop.host.createContainer()
    await workConsentTasks({
      em: container.resolve<EntityManager>('em'),
      encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
      resolve: <T>(name: string) => container.resolve<T>(name),
      now: () => new Date(),
      fetchLink: () => Promise.reject(new Error('No link is looked at here.')),
    })
    expect(await shop.sql('select event, payload from cc_outgoing_events')).toEqual([
      {
        event: 'communication_channels.consent.changed',
        payload: { contactId, purpose: 'marketing', state: 'opted_in' },
      },
    ])
  })

  it('says so too where the provider refused it, and they are asked again at once, but not twice', async () => {
    await writeFromTheFirst()
    const contactId = await agreesOnAForm()
    provider.answers(refusal('message'))
    await shop.drain()
    expect(await undoneOf(contactId)).toMatchObject([
      { what: 'question', problem: { code: 'refused_message' }, conversationId: expect.any(String) },
    ])
    provider.answers(taken())
    await askAgain(contactId).expect(202)
    await shop.drain()
    expect(await undoneOf(contactId)).toEqual([])
    expect((await askAgain(contactId).expect(409)).body.code).toBe('asked_already')
  })

  it('stays in the organisation', async () => {
    const contactId = await agreesOnAForm()
    await shop.drain()
    await shop.birch.admin('get', `${HUB}/contacts/${contactId}/consents`).expect(404)
  })
})

describe('a word that was not answered', () => {
  const writes = (text: string) =>
    receive(shop, textMessage({ id: `wamid.undone${++nth}`, from: '48600000190', text, at: NOW }))
  const theirs = async () => (await shop.sql<{ id: string }>('select id from cc_external_contacts'))[0]!.id

  it('says so where nothing may leave', async () => {
    await writes('Hello')
    const contactId = await theirs()
    await shop.acme.admin('post', `${HUB}/contacts/${contactId}/block`).send({}).expect(200)
    await writes('STOP')
    await shop.drain()
    expect(await undoneOf(contactId)).toMatchObject([
      { what: 'answer', problem: { code: 'person_blocked' }, conversationId: null },
    ])
  })

  it('says when it is tried again', async () => {
    await writes('STOP')
    await shop.drain()
    expect(await undoneOf(await theirs())).toEqual([])
    await shop.sql(`update cc_consent_tasks
      set done_at = null, claimed_until = now() + interval '1 hour', outcome = '{"failed": "down"}'`)
    const undone: { what: string }[] = await undoneOf(await theirs())
    expect(undone.map(({ what }) => what).sort()).toEqual(['answer', 'recall'])
    for (const one of undone)
      expect(one).toMatchObject({ retryAt: expect.any(String), problem: { code: 'consent_task_put_off' } })
  })
})
