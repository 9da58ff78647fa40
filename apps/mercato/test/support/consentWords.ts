import { emptyTables } from './emptyTables.ts'
import { conversationsOf, emptyInbox, threadOf } from './inbox.ts'
import type { Shop } from './shop.ts'

/** As if nobody had ever written, said what they want, or decided anything. */
export async function forgetEverybody(shop: Shop): Promise<void> {
  await emptyInbox(shop)
  await emptyTables(shop, 'cc_settings')
}

/** How the only person there is stands, as `{ marketing: 'opted_out' }`. */
export async function standing(shop: Shop): Promise<Record<string, string>> {
  const rows = await shop.sql<{ purpose: string; state: string }>(
    'select purpose, state from cc_consents order by purpose',
  )
  return Object.fromEntries(rows.map(({ purpose, state }) => [purpose, state]))
}

export interface LedgerRow {
  purpose: string
  kind: string
  source: string
  language: string | null
}

/** The ledger, in the order in which it was written. */
export function ledger(shop: Shop): Promise<LedgerRow[]> {
  return shop.sql('select purpose, kind, source, language from cc_consent_events order by seq')
}

/** What became of what was to be done. */
export async function outcomes(shop: Shop, kind: 'stop_queued' | 'reply' | 'ask'): Promise<unknown[]> {
  const rows = await shop.sql<{ outcome: unknown }>(
    'select outcome from cc_consent_tasks where kind = ? order by id',
    [kind],
  )
  return rows.map(({ outcome }) => outcome)
}

interface Message {
  direction: string
  author: object | null
  content: { type: string; text?: string; body?: string; rendered?: { body: string }; buttons?: object[] }
}

/** What the hub wrote by itself in the newest conversation. */
export async function written(shop: Shop): Promise<Message['content'][]> {
  const [newest] = await conversationsOf(shop)
  const items: Message[] = await threadOf(shop, newest.id)
  return items
    .filter(({ direction, author }) => direction === 'outbound' && author === null)
    .map(({ content }) => content)
}

export async function answers(shop: Shop): Promise<string[]> {
  return (await written(shop)).map(({ text, body, rendered }) => text ?? body ?? rendered?.body ?? '')
}

/** What Acme decides about consent. */
export function decide(shop: Shop, consentRules: object) {
  return shop.acme.admin('put', '/api/communication_channels/settings').send({ consentRules })
}
