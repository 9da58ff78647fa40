import { randomUUID } from 'node:crypto'
import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import {
  MediaError,
  type UploadMediaInput,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/media'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { mediaPlaces } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/message/media-places'
import type { MediaRules } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/sendable/media-rules'

const KB = 1024

const rules: MediaRules = {
  image: { mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 200 * KB },
  video: { mimeTypes: ['video/mp4'], maxBytes: 1024 * KB },
  audio: { mimeTypes: ['audio/ogg', 'audio/mp4'], maxBytes: 500 * KB },
  voice: {
    mimeTypes: ['audio/ogg'],
    maxBytes: 500 * KB,
    codecs: { 'audio/ogg': { audio: ['opus'] } },
    maxChannels: 1,
  },
  document: { maxBytes: 100 * KB * KB },
  sticker: { mimeTypes: ['image/webp'], maxBytes: 100 * KB, maxAnimatedBytes: 500 * KB, side: 512 },
}

/** Where parcels are handed in before a pigeon carries them. What goes wrong next is used up by one hand-over each. */
export interface Depot {
  handedIn: (UploadMediaInput['file'] & { id: string; loft: string })[]
  /** As they left: with the ids of the parcels in them. */
  carried: OutboundContent[]
  next: ('storm' | 'refused' | 'falls_asleep')[]
  /** How long it keeps what is handed in. */
  keepsMs: number
  forget(): void
}

export function openDepot(): Depot {
  const depot: Depot = {
    handedIn: [],
    carried: [],
    next: [],
    keepsMs: 30 * 24 * 60 * 60 * 1000,
    forget: () => depot.handedIn.splice(0),
  }
  return depot
}

/** What makes a provider of pigeons one of parcels. */
export function parcels(depot: Depot, now: () => Date): Partial<ChannelAdapter> {
  return {
    rules: { windowMs: 10 * 365 * 24 * 60 * 60 * 1000, media: rules },
    prepareContent: async ({ content }) => content as OutboundContent,
    describeTemplates: async ({ templates }) =>
      templates.map((one) => ({
        ...one,
        ...{ purpose: 'utility', state: 'usable', missing: [], content: null },
      })),

    async uploadMedia({ file, channel }) {
      const trouble = depot.next.shift()
      if (trouble === 'storm') throw new MediaError('storm', 'There is a storm.', { retryable: true })
      if (trouble === 'refused') {
        throw new MediaError('too_heavy', 'No pigeon lifts this.', { action: 'Send less.', retryable: false })
      }
      if (trouble === 'falls_asleep') throw new Error('The clerk fell asleep.')
      const externalMediaId = `parcel-${randomUUID()}`
      depot.handedIn.push({ ...file, id: externalMediaId, loft: channel.externalIdentifier })
      return { externalMediaId, expiresAt: new Date(now().getTime() + depot.keepsMs) }
    },

    async downloadMedia({ media, maxBytes }) {
      const found = depot.handedIn.find(({ id }) => id === media.id)
      if (!found) throw new MediaError('media_gone', 'The depot knows no such parcel.', { retryable: false })
      const { bytes, mimeType } = found
      if (bytes.byteLength > maxBytes)
        throw new MediaError('too_large', 'It is too heavy.', { retryable: false })
      return { bytes, mimeType }
    },

    async sendContent({ content }) {
      const ids = mediaPlaces(content).map(({ source }) => ('id' in source ? source.id : 'no parcel'))
      const isKnown = (id: string) => depot.handedIn.some((one) => one.id === id) || id.startsWith('theirs')
      if (!ids.every(isKnown)) {
        const error = { code: 'media_gone', message: 'The depot knows no such parcel.', action: null }
        return { outcome: 'not_sent', error, retryable: false, retryAfterMs: null }
      }
      depot.carried.push(content)
      return { outcome: 'sent', externalMessageId: `pigeon-${randomUUID()}` }
    },
  }
}
