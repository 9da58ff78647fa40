import { adapterConformance } from '@open-mercato/communication-channels/testing/conformance/adapter-conformance'
import type { ConformanceSubject } from '@open-mercato/communication-channels/testing/conformance/subject'
import { pigeonSubject } from './support/conformance/pigeonSubject.ts'
import { whatsappSubject } from './support/conformance/whatsappSubject.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
const subjects = {} as Record<'WhatsApp' | 'pigeons', ConformanceSubject>
let unregisterPigeons: () => void
beforeAll(async () => {
  shop = await openShop()
  const pigeons = await pigeonSubject(shop)
  unregisterPigeons = pigeons.unregister
  subjects.pigeons = pigeons
  subjects.WhatsApp = whatsappSubject(shop)
})
afterAll(async () => {
  unregisterPigeons()
  await shop.close()
})

describe.each(['WhatsApp', 'pigeons'] as const)('%s on this hub', (name) => {
  beforeEach(() => subjects[name].reset())

  it.each(adapterConformance)('$name', (one) => one.run(subjects[name]))
})
