import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { z } from 'zod'
import { checkContent } from './content/check-content.ts'
import type { QualityRating, WhatsAppExtendedAdapter } from './extended-adapter.ts'
import { callGraph } from './graph/graph-client.ts'
import { listNumbers } from './graph/list-numbers.ts'
import { NotYetAvailable } from './not-yet-available.ts'
import { graphAccessOf, sendContent } from './send-content.ts'
import { WINDOW_MS } from './window.ts'

type ExtendedMethods = Omit<WhatsAppExtendedAdapter, keyof ChannelAdapter>

const RATINGS: readonly QualityRating[] = ['GREEN', 'YELLOW', 'RED']
const ratedNumber = z.object({ quality_rating: z.string().nullish() })

const credentialsOf = graphAccessOf.extend({ businessAccountId: z.string() })

export const extendedMethods: ExtendedMethods = {
  getConversationWindow({ lastInboundAt, now }) {
    if (!lastInboundAt) return { isOpen: false, expiresAt: null }
    const expiresAt = new Date(lastInboundAt.getTime() + WINDOW_MS)
    return { isOpen: now < expiresAt, expiresAt }
  },

  async getQualityRating({ channel, credentials }) {
    const path = `${channel.externalIdentifier}?fields=quality_rating`
    const answer = await callGraph(graphAccessOf.parse(credentials), 'GET', path)
    const { quality_rating } = ratedNumber.parse(answer)
    return RATINGS.find((rating) => rating === quality_rating) ?? 'UNKNOWN'
  },

  async sendFlowMessage(input) {
    checkContent(input.content)
    return sendContent(input)
  },

  async listPhoneNumbers({ credentials }) {
    const { businessAccountId, ...access } = credentialsOf.parse(credentials)
    return listNumbers(access, businessAccountId)
  },

  manageTemplates: later('Writing templates'),
  uploadMedia: later('Uploading files'),
  downloadMedia: later('Downloading files'),
  getCatalogProducts: later('Reading a catalogue'),
  getBusinessProfile: later('Reading the business profile'),
  updateBusinessProfile: later('Changing the business profile'),
  listBlockedUsers: later('Reading the block list'),
  blockUsers: later('Blocking customers'),
  unblockUsers: later('Unblocking customers'),
}

function later(what: string): () => Promise<never> {
  return async () => {
    throw new NotYetAvailable(what)
  }
}
