import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { registerChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter-registry-singleton'
import { acceptDelivery } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/accept-delivery'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { answerIn, conversationsOf, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'

/** A channel with Open Mercato's five methods and none of ours: no window, no templates, no batches. */
function postcards(sent: { to?: string; text?: string }[]): ChannelAdapter {
  return {
    providerKey: 'postcard',
    channelType: 'post',
    capabilities: {} as ChannelAdapter['capabilities'],
    async sendMessage({ conversationId, content }) {
      if (content.text?.endsWith('spilt')) {
        return { externalMessageId: '', status: 'failed', error: 'Ink\0\ud800' }
      }
      sent.push({ to: conversationId, text: content.text })
      return { externalMessageId: `sent-${sent.length}`, status: 'sent' }
    },
    async verifyWebhook({ rawBody }) {
      return { raw: JSON.parse(rawBody) }
    },
    async getStatus() {
      return { status: 'sent' }
    },
    async convertOutbound({ body }) {
      return { content: { text: `Dear customer, ${body}` } }
    },
    async normalizeInbound({ raw }) {
      const card = raw as { id: string; from: string; words: string }
      return {
        externalMessageId: card.id,
        externalConversationId: card.from,
        senderIdentifier: card.from,
        senderDisplayName: 'Grandma',
        body: card.words,
        bodyFormat: 'text',
        timestamp: new Date('2026-01-05T10:00:00Z'),
        channelPayload: raw,
        channelContentType: 'postcard/text',
      }
    },
  }
}

let shop: Shop
let unregister: () => void
const sent: { to?: string; text?: string }[] = []
beforeAll(async () => {
  shop = await openShop()
  unregister = registerChannelAdapter(postcards(sent))
})
afterAll(async () => {
  unregister()
  await shop.close()
})

describe('an adapter that knows Open Mercato’s contract alone', () => {
  it('receives and answers on this hub', async () => {
    const container = shop.host.createContainer()
    const [scope] = await shop.sql<{ tenantId: string; organizationId: string }>(
      'select tenant_id as "tenantId", organization_id as "organizationId" from wa_connections where tenant_id = ?',
      [shop.acme.tenantId],
    )
    const connectionId = randomUUID()
    await runCommand({ container, auth: null, scope: scope! }, 'communication_channels.channel.register', {
      ...scope,
      providerKey: 'postcard',
      channelType: 'post',
      connectionId,
      externalIdentifier: 'po-box-7',
      accountIdentifier: null,
      address: 'PO box 7',
      displayName: 'Post',
    })
    const marketplace = <T>(name: string) => container.resolve<T>(name)
    await marketplace<{ upsert(id: string, state: object, scope: object): Promise<void> }>(
      'integrationStateService',
    ).upsert('channel_postcard', { isEnabled: true }, scope!)
    await marketplace<{ save(id: string, values: object, scope: object): Promise<void> }>(
      'integrationCredentialsService',
    ).save('channel_postcard', { stamp: 'blue' }, scope!)

    const dek = await container
      .resolve<TenantDataEncryptionService>('tenantEncryptionService')
      .getDek(scope!.tenantId)
    await acceptDelivery(container.resolve<EntityManager>('em'), dek.key, {
      scope: scope!,
      providerKey: 'postcard',
      connectionId,
      body: Buffer.from(JSON.stringify({ id: 'card-1', from: 'grandma@village', words: 'Greetings!' })),
    })
    await shop.drain()

    const shown = await conversationsOf(shop)
    expect(shown).toMatchObject([
      {
        channel: { providerKey: 'postcard', displayName: 'Post' },
        contact: { displayName: 'Grandma', userId: 'grandma@village', phone: null },
        lastMessage: { preview: 'Greetings!' },
        window: { isRequired: false, isOpen: true, expiresAt: null },
      },
    ])
    const answer = async (text: string) => {
      await answerIn(shop, shown[0].id, { content: { type: 'text', text } }).expect(202)
      await shop.drain()
      return (await threadOf(shop, shown[0].id)).at(-1)
    }
    expect(await answer('thank you')).toMatchObject({ status: 'sent' })
    expect(sent).toEqual([{ to: 'grandma@village', text: 'Dear customer, thank you' }])
    // The words of this failure are such as no database takes.
    expect(await answer('spilt')).toMatchObject({
      status: 'failed',
      error: { message: 'Ink��' },
    })
  })
})
