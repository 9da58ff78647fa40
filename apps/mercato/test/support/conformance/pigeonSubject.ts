import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { registerChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter-registry-singleton'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type {
  ConformanceSubject,
  ProviderFact,
} from '@open-mercato/communication-channels/testing/conformance/subject'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { pigeonAdapter } from '../pigeon/adapter.ts'
import { type Loft, openLoft } from '../pigeon/loft.ts'
import { type PigeonConnection, receivePigeon } from '../pigeon/receive.ts'
import { sealOf } from '../pigeon/seal.ts'
import type { Shop } from '../shop.ts'
import { hubOf } from './hubOf.ts'

const LOFT = 'loft-7'
const SECRET = 'grain in the morning'
const WEBHOOK_URL = 'https://shop.example/pigeons?loft=7'

const REPORTS = { sent: 'left', delivered: 'landed', read: 'opened', failed: 'lost' }

/** The pigeons' own form of a fact; the number of the fact is put behind each key. */
function fieldsOf(fact: ProviderFact): Record<string, string> {
  if (fact.kind === 'broken') return { kind: 'words', words: 'Nobody signed this' }
  const base = { id: fact.id, at: fact.at.toISOString() }
  switch (fact.kind) {
    case 'text':
      return { ...base, kind: 'words', from: fact.from, name: fact.name, words: fact.text }
    case 'reaction':
      return { ...base, kind: 'mark', from: fact.from, about: fact.to, words: fact.emoji }
    case 'status':
      return { ...base, kind: REPORTS[fact.status], label: fact.callbackData ?? '' }
    case 'unknown_message':
      return { ...base, kind: 'feather', from: fact.from }
  }
}

function encode(facts: ProviderFact[]): Uint8Array {
  const form = new URLSearchParams({ facts: String(facts.length), loft: LOFT })
  for (const [index, fact] of facts.entries()) {
    for (const [key, value] of Object.entries(fieldsOf(fact))) form.set(`${key}${index + 1}`, value)
  }
  return new TextEncoder().encode(form.toString())
}

function seal(secret: string, body: Uint8Array) {
  return { body, headers: { 'x-seal': sealOf(secret, WEBHOOK_URL, new TextDecoder().decode(body)) } }
}

export interface PigeonSubject extends ConformanceSubject {
  loft: Loft
  /** Takes the adapter out again. */
  unregister(): void
}

/** Pigeons beside WhatsApp on one hub. */
export async function pigeonSubject(shop: Shop): Promise<PigeonSubject> {
  const loft = openLoft()
  const adapter = pigeonAdapter(loft)
  const unregister = registerChannelAdapter(adapter)
  const connection = await connect(shop)
  const em = shop.host.createContainer().resolve<EntityManager>('em')
  const hub = hubOf(shop)
  return {
    ...hub,
    loft,
    unregister,
    adapter,
    credentials: { secret: SECRET, webhookUrl: WEBHOOK_URL },
    people: ['miller@village', 'smith@village'],
    template: null,
    encode,
    sign: (body) => seal(SECRET, body),
    forge: (body) => seal('another secret', body),
    post: (delivery) => receivePigeon(em, connection, delivery),
    openingMessage: () => ({ id: 'opening', at: new Date(Date.now() - 60_000) }),
    async loseNextAnswer() {
      loft.next.push('lose_answer')
    },
    async refuseNextSend(how) {
      loft.next.push(how === 'for_now' ? 'storm' : 'unknown_person')
    },
    takenByProvider: async () =>
      loft.taken.map(({ id, words, label }) => ({ id, text: words, callbackData: label })),
    async reset() {
      loft.taken.length = 0
      loft.next.length = 0
      await hub.forget()
    },
  }
}

/** What connecting a provider comes to: a channel, a switch in the marketplace, and credentials. */
async function connect(shop: Shop): Promise<PigeonConnection> {
  const container = shop.host.createContainer()
  const [row] = await shop.sql<{ id: string }>('select id from organizations where tenant_id = ?', [
    shop.acme.tenantId,
  ])
  const scope = { tenantId: shop.acme.tenantId, organizationId: row!.id }
  const connectionId = randomUUID()
  await runCommand({ container, auth: null, scope }, 'communication_channels.channel.register', {
    ...scope,
    providerKey: 'pigeon',
    channelType: 'pigeon',
    connectionId,
    externalIdentifier: LOFT,
    accountIdentifier: null,
    address: 'The loft',
    displayName: 'Pigeons',
  })
  const state = container.resolve<{ upsert(id: string, state: object, scope: object): Promise<void> }>(
    'integrationStateService',
  )
  await state.upsert('channel_pigeon', { isEnabled: true }, scope)
  const credentials = container.resolve<{ save(id: string, values: object, scope: object): Promise<void> }>(
    'integrationCredentialsService',
  )
  await credentials.save('channel_pigeon', { secret: SECRET, webhookUrl: WEBHOOK_URL }, scope)
  const encryption = container.resolve<TenantDataEncryptionService>('tenantEncryptionService')
  const { key: dek } = await encryption.getDek(scope.tenantId)
  return { scope, connectionId, secret: SECRET, webhookUrl: WEBHOOK_URL, dek }
}
