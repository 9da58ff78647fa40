import type { Shop } from './shop.ts'

/** The simulator's own API, where customers act. */
export async function simulatorOf(shop: Shop, path: string, init?: RequestInit) {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`${shop.simulatorUrl}/sim/${path}`, { headers, ...init })).json()
}

/** From the simulator's phone, so that Meta's side knows of the window too. Returns the conversation. */
export async function customerWrites(shop: Shop, customerId: string, sentAt = new Date()): Promise<string> {
  const { message } = await simulatorOf(shop, 'messages', {
    method: 'POST',
    body: JSON.stringify({
      customerId,
      phoneNumberId: shop.acme.account.numbers[0]!.id,
      text: 'Hello',
      sentAt: sentAt.toISOString(),
    }),
  })
  const isAcknowledged = async () =>
    (await simulatorOf(shop, `messages?customerId=${customerId}&direction=inbound`)).items.some(
      (one: { wamid: string; status: string }) =>
        one.wamid === message.wamid && one.status === 'acknowledged',
    )
  while (!(await isAcknowledged()));
  await shop.drain()
  const [row] = await shop.sql<{ id: string }>(
    'select conversation_id as id from cc_external_messages where external_message_id = ?',
    [message.wamid],
  )
  return row!.id
}

/** What the business sent, as Meta took it, oldest first. */
export async function outboundAtMeta(shop: Shop): Promise<Record<string, unknown>[]> {
  return (await simulatorOf(shop, 'messages?direction=outbound')).items
}
