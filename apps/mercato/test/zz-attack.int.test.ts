import { Session } from 'node:inspector/promises'
import { emptyInbox, receive, conversationsOf } from './support/inbox.ts'
import { change, delivery, NOW, textMessage, type Item } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'
const T = NOW - 3600 * 24
let shop: Shop
beforeAll(async () => { shop = await openShop() })
afterAll(() => shop.close())
const byBoth = (id: string, from: string, userId: string, at = T, name = 'Somebody') => textMessage({ id, at, from, userId, name })
it('profile', async () => {
  const n = 3000
  await receive(shop, ...Array.from({ length: n }, (_, i) => byBoth(`w${n}.${i}`, '48600000001', `PL.${n}${i}`, T + i)))
  const session = new Session(); session.connect(); await session.post('Profiler.enable'); await session.post('Profiler.start')
  const t2 = performance.now()
  await receive(shop, byBoth(`w${n}.last`, '48600000001', `PL.${n}0`, T + n + 5))
  const took = performance.now() - t2
  const { profile } = await session.post('Profiler.stop')
  const self = new Map<string, number>()
  const byId = new Map(profile.nodes.map((x) => [x.id, x]))
  profile.samples!.forEach((id, i) => { const f = byId.get(id)!.callFrame; const k = `${f.functionName} ${f.url.split('/').slice(-2).join('/')}:${f.lineNumber}`; self.set(k, (self.get(k) ?? 0) + profile.timeDeltas![i]! / 1000) })
  console.log('one more', took | 0, [...self].sort((a, b) => b[1] - a[1]).slice(0, 14).map(([k, v]) => `${v | 0} ${k}`))
}, 300_000)
