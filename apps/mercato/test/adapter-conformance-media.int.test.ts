import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { mediaCases } from '@open-mercato/communication-channels/testing/conformance/media-cases'
import { type ParcelSubject, parcelSubject } from './support/conformance/parcelSubject.ts'
import { pigeonSubject } from './support/conformance/pigeonSubject.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let subject: ParcelSubject
let whole: ChannelAdapter
let unregister: () => void
beforeAll(async () => {
  shop = await openShop()
  const pigeons = await pigeonSubject(shop)
  unregister = pigeons.unregister
  subject = parcelSubject(pigeons)
  whole = { ...subject.adapter }
})
beforeEach(() => subject.reset())
afterEach(() => Object.assign(subject.adapter, whole))
afterAll(async () => {
  unregister()
  await shop.close()
})

describe('parcels on this hub', () => {
  it.each(mediaCases)('$name', (one) => one.run(subject))
})

const faults: [fault: string, promise: string, plant: () => Partial<ChannelAdapter>][] = [
  [
    'cuts files short',
    'a file is handed over once and whole',
    () => ({
      uploadMedia: async (input) => {
        input.file.bytes = input.file.bytes.subarray(1)
        return whole.uploadMedia!(input)
      },
    }),
  ],
  [
    'names nothing',
    'a file is handed over once and whole',
    () => ({ uploadMedia: async (input) => ({ ...(await whole.uploadMedia!(input)), externalMediaId: '' }) }),
  ],
  [
    'says that it is over in a minute',
    'a file is handed over once and whole',
    () => ({
      uploadMedia: async (input) => ({
        ...(await whole.uploadMedia!(input)),
        expiresAt: new Date(Date.now() + 60_000),
      }),
    }),
  ],
  [
    'has a word of its own for what is gone',
    'a file that the provider does not know is `media_gone`',
    () => ({
      sendContent: async (input) => {
        const outcome = await whole.sendContent!(input)
        if (outcome.outcome !== 'not_sent') return outcome
        return { ...outcome, error: { ...outcome.error, code: 'no_parcel' } }
      },
    }),
  ],
  [
    'sends without what is missing',
    'a file that the provider does not know is `media_gone`',
    () => ({ sendContent: async () => ({ outcome: 'sent', externalMessageId: 'pigeon-0' }) }),
  ],
  [
    'gives back something else',
    'what was handed over comes back byte by byte',
    () => ({ downloadMedia: async () => ({ bytes: Buffer.from('else'), mimeType: null }) }),
  ],
  [
    'reads as much as there is',
    'a file that is larger than may be',
    () => ({
      downloadMedia: (input) => whole.downloadMedia!({ ...input, maxBytes: Number.POSITIVE_INFINITY }),
    }),
  ],
  [
    'throws whatever it has at hand',
    'a file that nobody knows is refused',
    () => ({
      downloadMedia: async (input) => {
        return whole.downloadMedia!(input).catch((failure) => Promise.reject(new Error(failure.message)))
      },
    }),
  ],
]

describe('the conformance kit notices an adapter that', () => {
  it.each(faults)('%s', async (_, promise, plant) => {
    const found = mediaCases.find(({ name }) => name.startsWith(promise))
    Object.assign(subject.adapter, plant())
    await expect(found!.run(subject)).rejects.toThrow()
  })
})
