import { extendedMethods } from '../src/modules/channel_whatsapp/lib/extended-methods.ts'
import { sendContent } from '../src/modules/channel_whatsapp/lib/send-content.ts'
import type { SmokeSettings } from './settings.ts'
import { smallPicture } from './small-picture.ts'

/** What was done, in words for whoever runs it. Throws where Meta refuses. */
export interface Step {
  name: string
  run(): Promise<string>
}

/** The provider's own operations, once each, in the order in which a person would try them. */
export function stepsOf(settings: SmokeSettings): Step[] {
  const { META_PHONE_NUMBER_ID: numberId, META_BUSINESS_ACCOUNT_ID: accountId } = settings
  const number = {
    scope: { tenantId: 'smoke', organizationId: 'smoke' },
    channel: {
      channelId: 'smoke',
      connectionId: 'smoke',
      externalIdentifier: numberId,
      accountIdentifier: accountId,
    },
    credentials: {
      accessToken: settings.META_ACCESS_TOKEN,
      apiVersion: settings.META_GRAPH_VERSION,
      businessAccountId: accountId,
      phoneNumberId: numberId,
      appSecret: '',
    },
  }
  let mediaId = ''
  const picture = smallPicture()
  return [
    {
      name: 'the numbers of the account',
      async run() {
        const numbers = await extendedMethods.listPhoneNumbers(number)
        const own = numbers.find(({ id }) => id === numberId)
        if (!own) throw new Error(`The account has no number with the ID ${numberId}.`)
        return `${numbers.length}, among them ${own.display_phone_number}, ${own.status ?? 'in no state that is said'}`
      },
    },
    { name: 'the quality of the number', run: async () => extendedMethods.getQualityRating(number) },
    {
      name: 'where messages are delivered to',
      async run() {
        const { account, number: own } = await extendedMethods.getWebhookSubscriptions(number)
        if (!account.isSubscribed) return 'nowhere: no app is subscribed to the account'
        return own ?? account.url ?? 'the callback of the app'
      },
    },
    {
      name: 'a picture goes up',
      async run() {
        const file = { bytes: picture, mimeType: 'image/png', fileName: 'smoke.png' }
        const uploaded = await extendedMethods.uploadMedia({ ...number, file })
        mediaId = uploaded.externalMediaId
        return `${picture.byteLength} bytes, usable until ${uploaded.expiresAt?.toISOString()}`
      },
    },
    {
      name: 'and comes back the same',
      async run() {
        const media = { id: mediaId, link: null }
        const { bytes } = await extendedMethods.downloadMedia({ ...number, media, maxBytes: 1024 * 1024 })
        if (Buffer.compare(bytes, picture) !== 0) throw new Error('Other bytes came back.')
        return `${bytes.byteLength} bytes`
      },
    },
    { name: 'a message leaves', run: () => sendTo(settings, number) },
  ]
}

async function sendTo(
  settings: SmokeSettings,
  number: Parameters<typeof extendedMethods.getQualityRating>[0],
): Promise<string> {
  const [name = '', language = ''] = settings.META_TEMPLATE.split(':')
  const template = {
    type: 'template' as const,
    name,
    language,
    parameters: {},
    rendered: { body: '', buttons: [] },
  }
  const text = settings.META_TEXT
  const outcome = await sendContent({
    ...number,
    recipient: { phone: settings.META_TEST_RECIPIENT, userId: null },
    content: text ? { type: 'text', text } : template,
    replyToExternalId: null,
    attempt: 1,
    resolve: () => {
      throw new Error('There is no host here')
    },
    callbackData: 'smoke',
  })
  if (outcome.outcome !== 'sent') throw new Error(outcome.error.detail ?? outcome.error.message)
  return `${text ? 'the text' : `the template ${name} (${language})`} as ${outcome.externalMessageId}`
}
