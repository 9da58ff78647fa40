import assert from 'node:assert/strict'
import type { ChannelCapabilities } from '../../modules/communication_channels/lib/adapter/open-mercato.ts'
import type { ChannelAdapter } from '../../modules/communication_channels/lib/adapter.ts'
import type { ConformanceCase } from './conformance-case.ts'

/** What an adapter has to offer where it says that it can. */
const NEEDED: Partial<Record<keyof ChannelCapabilities, string[]>> = {
  reactions: ['sendReaction', 'removeReaction'],
  editMessage: ['editMessage'],
  deleteMessage: ['deleteMessage'],
  conversationHistory: ['fetchHistory'],
  typingIndicators: ['markRead'],
}

const REQUIRED = ['sendMessage', 'verifyWebhook', 'getStatus', 'convertOutbound', 'normalizeInbound']

function missing(adapter: ChannelAdapter, names: string[]): string[] {
  return names.filter((name) => typeof adapter[name as keyof ChannelAdapter] !== 'function')
}

export const capabilityCases: ConformanceCase[] = [
  {
    name: 'the methods of the contract are there',
    async run({ adapter }) {
      assert.deepEqual(missing(adapter, REQUIRED), [])
    },
  },
  {
    name: 'a capability that is claimed has its method',
    async run({ adapter }) {
      const claimed = Object.entries(NEEDED).filter(
        ([capability]) => adapter.capabilities[capability as keyof ChannelCapabilities] === true,
      )
      assert.deepEqual(
        claimed.flatMap(([, names]) => missing(adapter, names)),
        [],
      )
    },
  },
  {
    name: 'the contract’s own verification believes the provider, and nobody else',
    async run({ adapter, credentials, encode, forge, sign, people }) {
      const body = encode([
        { kind: 'text', id: 'a1', from: people[0], name: 'Person', text: 'Hello', at: new Date() },
      ])
      const verify = async (headers: Record<string, string>) =>
        adapter.verifyWebhook({
          rawBody: new TextDecoder().decode(body),
          headers,
          credentials,
          scope: { tenantId: 'none', organizationId: 'none' },
        })
      const { raw } = await verify(sign(body).headers)
      const { externalMessageId, body: text } = await adapter.normalizeInbound({ raw })
      assert.deepEqual({ externalMessageId, text }, { externalMessageId: 'a1', text: 'Hello' })
      await assert.rejects(verify(forge(body).headers), 'verifyWebhook throws')
      await assert.rejects(verify({}), 'verifyWebhook throws')
    },
  },
]
