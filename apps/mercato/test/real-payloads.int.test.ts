import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyInbox, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'

/** Payloads recorded elsewhere. They are not part of this repository; without them there is nothing to check here. */
const folder = join(import.meta.dirname, '../../../../shared/fixtures/webhooks')
const isThere = existsSync(join(folder, 'index.json'))

interface Expected {
  kind: string
  messageId?: string
  type?: string
  timestamp?: string
  text?: string
  status?: string
  wabaId: string
  phoneNumberId?: string
  profileName?: string
  errorCodes?: number[]
  interactiveType?: string
  waba_info?: { waba_id: string }
}

const INTERACTIVE: Record<string, string> = {
  button_reply: 'reply',
  list_reply: 'reply',
  nfm_reply: 'form_answer',
  call_permission_reply: 'call_permission',
}

/** What the hub calls each of Meta's types; the others have one name. */
function contentTypeOf({ type, interactiveType }: Expected): string {
  if (type === 'button') return 'reply'
  if (type === 'interactive') return INTERACTIVE[interactiveType ?? ''] ?? 'unsupported'
  return type!
}
interface Entry {
  file: string
  kind: string | string[]
  expected: Expected[]
}

const entries: Entry[] = isThere ? JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).entries : []

if (!isThere) console.warn('Recorded payloads are not beside this repository: their test is skipped.')
const describeWhereThere = isThere ? describe : describe.skip

describeWhereThere('payloads recorded from Meta', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop()
  })
  afterAll(() => shop.close())

  /** The connection becomes the one that the payload is about. */
  async function become({ wabaId, waba_info, phoneNumberId }: Expected): Promise<void> {
    const ours = shop.acme.account.numbers[0]!
    await shop.sql(
      'update cc_communication_channels set external_identifier = ?, account_identifier = ? where address = ?',
      [phoneNumberId ?? ours.id, waba_info?.waba_id ?? wabaId, ours.displayPhoneNumber],
    )
    await emptyInbox(shop)
  }

  it.each(entries.map((entry) => [entry.file, entry] as const))(
    '%s is kept and applied',
    async (file, entry) => {
      await become(entry.expected[0]!)
      expect(await shop.acme.deliver(JSON.parse(readFileSync(join(folder, file), 'utf8')))).toBe(200)
      await shop.drain()
      const [row] = await shop.sql<{ state: string; outcome: { unreadable: boolean; foreign: number } }>(
        'select state, outcome from cc_webhook_deliveries',
      )
      expect(row).toMatchObject({ state: 'applied', outcome: { unreadable: false, foreign: 0 } })
      await expectStored(entry)
    },
  )

  async function expectStored(entry: Entry): Promise<void> {
    for (const expected of entry.expected) {
      if (expected.kind === 'status') await expectStatus(expected)
      if (expected.kind === 'message' && hasSender(entry)) await expectMessage(expected)
    }
  }

  async function expectStatus(expected: Expected): Promise<void> {
    const [report] = await shop.sql(
      `select status, extract(epoch from occurred_at)::int::text as timestamp, error ->> 'providerCode' as code
       from cc_message_status_events where external_message_id = ?`,
      [expected.messageId],
    )
    expect(report).toEqual({
      status: expected.status,
      timestamp: expected.timestamp,
      code: expected.errorCodes?.[0] === undefined ? null : String(expected.errorCodes[0]),
    })
  }

  async function expectMessage(expected: Expected): Promise<void> {
    const { body } = await shop.acme.agent('get', '/api/communication_channels/conversations?limit=100')
    const [stored] = await shop.sql<{ conversation_id: string; content_type: string; timestamp: string }>(
      `select conversation_id, content_type, extract(epoch from sent_at)::int::text as timestamp
       from cc_external_messages where external_message_id = ?`,
      [expected.messageId],
    )
    expect(stored?.timestamp).toBe(expected.timestamp)
    const message = (await threadOf(shop, stored!.conversation_id)).at(-1)
    expect(stored!.content_type).toBe(contentTypeOf(expected))
    if (expected.type === 'text') expect(message.content).toEqual({ type: 'text', text: expected.text })
    const conversation = body.items.find((one: { id: string }) => one.id === stored!.conversation_id)
    if (expected.type === 'text') expect(conversation.contact.displayName).toBe(expected.profileName)
  }

  /** A placeholder stands for the phone in one; with nobody to file it under, it stays in the journal alone. */
  function hasSender({ file }: Entry): boolean {
    return /"from": "\d{7,15}"|"from_user_id"/.test(readFileSync(join(folder, file), 'utf8'))
  }
})
