import { jest } from '@jest/globals'
import { extendedMethods } from './extended-methods.ts'
import { NotYetAvailable } from './not-yet-available.ts'

const number = {
  scope: { tenantId: 't', organizationId: 'o' },
  channel: { channelId: 'c', connectionId: 'k', externalIdentifier: '210', accountIdentifier: '110' },
  credentials: { accessToken: 'token', businessAccountId: '110' },
}
const graphAnswers = (body: unknown) =>
  jest.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(body))

afterEach(() => {
  jest.restoreAllMocks()
})

it('names what is not there yet, and nothing else', async () => {
  const methods = Object.entries(extendedMethods) as [string, (input: object) => unknown][]
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'))
  const missing: string[] = []
  for (const [name, method] of methods) {
    try {
      await method({ ...number, lastInboundAt: null, content: { type: 'text', text: 'x' } })
    } catch (error) {
      if (!(error instanceof NotYetAvailable)) continue
      expect(error).toMatchObject({ status: 501, code: 'not_yet_available' })
      missing.push(name)
    }
  }
  expect(missing.sort()).toEqual([
    'blockUsers',
    'downloadMedia',
    'getBusinessProfile',
    'getCatalogProducts',
    'listBlockedUsers',
    'manageTemplates',
    'unblockUsers',
    'updateBusinessProfile',
    'uploadMedia',
  ])
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
