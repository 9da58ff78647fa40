import { jest } from '@jest/globals'
import { extendedMethods } from './extended-methods.ts'
import { NotYetAvailable } from './not-yet-available.ts'

const number = {
  scope: { tenantId: 't', organizationId: 'o' },
  channel: { channelId: 'c', connectionId: 'k', externalIdentifier: '210', accountIdentifier: '110' },
  credentials: { accessToken: 'token', businessAccountId: '110' },
}
/** Whatever one of the methods may want to read. */
const anyWish = {
  lastInboundAt: null,
  content: { type: 'text', text: 'x' },
  media: { id: '1', link: null },
  file: { bytes: new Uint8Array(), mimeType: 'image/png', fileName: 'x' },
  publicUrl: 'https://shop.example.com/',
  connectionKey: 'key',
  users: ['+48601234567'],
}
const graphAnswers = (body: unknown) =>
  jest.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(body))

afterEach(() => {
  jest.restoreAllMocks()
})

it('names what is not there yet, and nothing else', async () => {
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'))
  const missing: string[] = []
  for (const [name, method] of Object.entries(extendedMethods)) {
    if (typeof method !== 'function') continue
    try {
      await (method as (input: object) => unknown)({ ...number, ...anyWish })
    } catch (error) {
      if (!(error instanceof NotYetAvailable)) continue
      expect(error).toMatchObject({ status: 501, code: 'not_yet_available' })
      missing.push(name)
    }
  }
  expect(missing.sort()).toEqual(['getCatalogProducts'])
})

it.each<[string | null, string | null, boolean]>([
  [null, null, false],
  ['2026-11-20T12:00:00.001Z', '2026-11-21T12:00:00.001Z', true],
  ['2026-11-20T12:00:00.000Z', '2026-11-21T12:00:00.000Z', false],
])('the window after %s is open until %s', (lastInbound, expiresAt, isOpen) => {
  const window = extendedMethods.getConversationWindow({
    lastInboundAt: lastInbound ? new Date(lastInbound) : null,
    now: new Date('2026-11-21T12:00:00.000Z'),
  })
  expect(window).toEqual({ isOpen, expiresAt: expiresAt ? new Date(expiresAt) : null })
})

it.each([
  ['GREEN', 'GREEN'],
  ['RED', 'RED'],
  ['NA', 'UNKNOWN'],
  [undefined, 'UNKNOWN'],
])('a quality that Meta calls %s is %s', async (quality_rating, rating) => {
  graphAnswers({ id: '210', quality_rating })
  expect(await extendedMethods.getQualityRating(number)).toBe(rating)
})

it('lists the numbers of the account', async () => {
  const fetch = graphAnswers({ data: [{ id: '210', display_phone_number: '+48 22' }] })
  expect(await extendedMethods.listPhoneNumbers(number)).toMatchObject([{ id: '210' }])
  expect(String(fetch.mock.calls[0]![0])).toContain('/110/phone_numbers')
})

it('names the numbers as senders', async () => {
  graphAnswers({ data: [{ id: '210', display_phone_number: '+48 22', verified_name: 'Acme' }] })
  expect(await extendedMethods.listSenders(number)).toEqual([
    { id: '210', displayName: 'Acme', identifier: '+48 22' },
  ])
})

it('asks with the fields known for long where a version of Graph lacks one of the newer', async () => {
  const fetch = jest
    .spyOn(globalThis, 'fetch')
    .mockResolvedValueOnce(
      Response.json({ error: { message: 'nonexisting field', code: 100 } }, { status: 400 }),
    )
    .mockResolvedValueOnce(Response.json({ data: [{ id: '210', display_phone_number: '+48 22' }] }))
  expect(await extendedMethods.listPhoneNumbers(number)).toMatchObject([{ id: '210' }])
  expect(String(fetch.mock.calls[1]![0])).not.toContain('username')
})

it('names the address of a connection’s webhook, and the versions of Graph with one default', () => {
  expect(extendedMethods.getWebhookUrl({ publicUrl: 'https://shop.example.com/', connectionKey: 'k' })).toBe(
    'https://shop.example.com/api/channel_whatsapp/webhook/k',
  )
  const defaults = extendedMethods.apiVersions.filter((version) => version.default)
  expect(defaults).toMatchObject([{ id: 'v26.0', status: 'stable' }])
  const v25 = extendedMethods.apiVersions.find(({ id }) => id === 'v25.0')
  expect(v25).toMatchObject({ sunsetAt: '2028-07-29' })
})

it('sends a form, and refuses one that Meta would not take', async () => {
  const fetch = graphAnswers({ messages: [{ id: 'wamid.1' }] })
  const send = (label: string) =>
    extendedMethods.sendFlowMessage({
      ...number,
      recipient: { phone: '+48601234567', userId: null },
      content: { type: 'interactive', kind: 'form', body: 'x', form: { id: '1' }, label },
      replyToExternalId: null,
      attempt: 1,
      resolve: () => {
        throw new Error('not asked')
      },
      callbackData: 'our-id',
    })
  expect(await send('Book')).toMatchObject({ outcome: 'sent', externalMessageId: 'wamid.1' })
  await expect(send('x'.repeat(31))).rejects.toMatchObject({ code: 'content_invalid' })
  expect(fetch).toHaveBeenCalledTimes(1)
})
