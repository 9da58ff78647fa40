import { jest } from '@jest/globals'
import type { SendContentInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import { answeringServices } from '../../../../test/answering-services.ts'
import { markRead } from './mark-read.ts'
import { prepareContent } from './prepare-content.ts'
import { sendContent } from './send-content.ts'

const scope = { tenantId: 't', organizationId: 'o' }
const channel = { channelId: 'c', connectionId: 'k', externalIdentifier: '210', accountIdentifier: '110' }
const noServices = answeringServices(() => [])

const input = (change: Partial<SendContentInput> = {}): SendContentInput => ({
  scope,
  channel,
  credentials: { accessToken: 'token', apiVersion: 'v26.0' },
  recipient: { phone: '+48601234567', userId: null },
  content: { type: 'text', text: 'Hi' },
  replyToExternalId: null,
  attempt: 1,
  resolve: noServices.resolve,
  callbackData: 'our-id',
  ...change,
})

function graphAnswers(body: unknown, status = 200) {
  return jest.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(body, { status }))
}
const accepted = (message_status?: string) => ({ messages: [{ id: 'wamid.1', message_status }] })
const refused = (code: number) => ({ error: { code, message: `(#${code})` } })

afterEach(() => {
  jest.restoreAllMocks()
})

describe('a message at Graph', () => {
  it.each([
    [undefined, null],
    ['accepted', null],
    ['held_for_quality_assessment', 'quality_assessment'],
    ['paused', 'paused'],
    ['something_new', null],
  ])('that is %s is held back as %s', async (status, hold) => {
    graphAnswers(accepted(status))
    expect(await sendContent(input())).toEqual({ outcome: 'sent', externalMessageId: 'wamid.1', hold })
  })

  it('quotes the message that it answers', async () => {
    const fetch = graphAnswers(accepted())
    await sendContent(input({ replyToExternalId: 'wamid.0' }))
    const [url, request] = fetch.mock.calls[0]!
    expect(String(url)).toMatch(/\/v26\.0\/210\/messages$/)
    expect(JSON.parse(String(request!.body))).toMatchObject({
      to: '+48601234567',
      context: { message_id: 'wamid.0' },
      text: { body: 'Hi' },
    })
  })

  it('waits the longer the more often the same two were too fast', async () => {
    graphAnswers(refused(131056), 400)
    expect(await sendContent(input({ attempt: 1 }))).toMatchObject({ retryAfterMs: 4_000 })
    expect(await sendContent(input({ attempt: 3 }))).toMatchObject({ retryAfterMs: 64_000 })
  })
})

describe('an access token that ended', () => {
  it.each([0, 190])('(%s) is said on the connection and in the marketplace', async (code) => {
    graphAnswers(refused(code), 401)
    const services = answeringServices((statement) =>
      statement.startsWith('select exists') ? [{ isNeeded: true }] : [],
    )
    const outcome = await sendContent(input({ resolve: services.resolve }))
    expect(outcome).toMatchObject({ outcome: 'not_sent', retryable: false })
    expect(services.statements[0]).toMatch(/^update wa_connections set status = 'requires_reauth'/)
    expect(services.statements[0]).toMatch(/tenant_id = \$\d and organization_id = \$\d/)
    expect(services.states).toEqual([['channel_whatsapp', { reauthRequired: true }, scope]])
    expect(services.events).toMatchObject([
      ['integrations.state.updated', { ...scope, integrationId: 'channel_whatsapp' }],
    ])
  })

  it('changes nothing about the outcome where it cannot be written down', async () => {
    graphAnswers(refused(190), 401)
    const services = answeringServices(() => {
      throw new Error('no database')
    })
    expect(await sendContent(input({ resolve: services.resolve }))).toMatchObject({ outcome: 'not_sent' })
  })

  it('is not meant by other refusals', async () => {
    graphAnswers(refused(131047), 400)
    const services = answeringServices(() => [])
    await sendContent(input({ resolve: services.resolve }))
    expect(services.statements).toEqual([])
  })
})

describe('a one-time code for somebody whose phone is hidden', () => {
  const hidden = { phone: null, userId: 'US.1' }
  const template = {
    id: '1',
    name: 'code',
    language: 'en_US',
    category: 'AUTHENTICATION',
    status: 'APPROVED',
    components: [
      { type: 'BODY', text: '{{1}} is your code.' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy', url: 'https://a.example/{{1}}' }] },
    ],
  }
  const request = {
    type: 'template' as const,
    name: 'code',
    language: 'en_US',
    parameters: { body: { '1': '123456' } },
  }
  const content = { ...request, rendered: { body: '123456 is your code.', buttons: ['Copy'] } }
  const { resolve } = answeringServices(() => [template])

  it('is refused before it is queued', async () => {
    await expect(
      prepareContent({ scope, channel, resolve, recipient: hidden, content: request }),
    ).rejects.toMatchObject({ status: 422, code: 'phone_required' })
  })

  it('is not sent when the phone was hidden meanwhile', async () => {
    const fetch = graphAnswers(accepted())
    const outcome = await sendContent(input({ recipient: hidden, content, resolve }))
    expect(outcome).toMatchObject({
      outcome: 'not_sent',
      error: { code: 'phone_required' },
      retryable: false,
    })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is left to Meta where the template cannot be looked up', async () => {
    graphAnswers(refused(131062), 400)
    const broken = answeringServices(() => {
      throw new Error('no database')
    })
    const outcome = await sendContent(input({ recipient: hidden, content, resolve: broken.resolve }))
    expect(outcome).toMatchObject({ outcome: 'not_sent', error: { providerCode: '131062' } })
  })

  it('does not hold other templates back', async () => {
    graphAnswers(accepted())
    const other = answeringServices(() => [{ ...template, category: 'UTILITY' }])
    const outcome = await sendContent(input({ recipient: hidden, content, resolve: other.resolve }))
    expect(outcome).toMatchObject({ outcome: 'sent' })
  })
})

describe('a message that was read', () => {
  it.each([
    [false, {}],
    [true, { typing_indicator: { type: 'text' } }],
  ])('is told to Meta; an answer being written (%s) too', async (isTyping, more) => {
    const fetch = graphAnswers({ success: true })
    const { credentials } = input()
    await markRead({ scope, channel, credentials, externalMessageId: 'wamid.1', isTyping })
    expect(JSON.parse(String(fetch.mock.calls[0]![1]!.body))).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.1',
      ...more,
    })
  })
})
