import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { API_VERSIONS } from './api-versions.ts'
import { type BlockedUser, changeBlockList, readBlockList } from './blocks/block-list.ts'
import { checkContent } from './content/check-content.ts'
import type { WhatsAppExtendedAdapter } from './extended-adapter.ts'
import { graphAccessOf } from './graph/graph-access.ts'
import { downloadMedia } from './media/download-media.ts'
import { uploadMedia } from './media/upload-media.ts'
import { NotYetAvailable } from './not-yet-available.ts'
import { numberMethods } from './number-methods.ts'
import { sendContent } from './send-content.ts'
import { templateMethods } from './template-methods.ts'
import { webhookMethods } from './webhook-methods.ts'
import { WINDOW_MS } from './window.ts'

type HubMedia = 'uploadMedia' | 'downloadMedia' | 'listSenders'
type ExtendedMethods = Omit<WhatsAppExtendedAdapter, Exclude<keyof ChannelAdapter, HubMedia>>

export const extendedMethods: ExtendedMethods = {
  apiVersions: API_VERSIONS,
  ...numberMethods,
  ...webhookMethods,
  ...templateMethods,
  uploadMedia,
  downloadMedia: (input) => downloadMedia(input),

  getConversationWindow({ lastInboundAt, now }) {
    if (!lastInboundAt) return { isOpen: false, expiresAt: null }
    const expiresAt = new Date(lastInboundAt.getTime() + WINDOW_MS)
    return { isOpen: now < expiresAt, expiresAt }
  },

  async sendFlowMessage(input) {
    checkContent(input.content)
    return sendContent(input)
  },

  listBlockedUsers: ({ channel, credentials }) =>
    readBlockList(graphAccessOf.parse(credentials), channel.externalIdentifier),
  blockUsers: ({ channel, credentials, users }) =>
    changeBlockList(graphAccessOf.parse(credentials), channel.externalIdentifier, 'block', users.map(named)),
  unblockUsers: ({ channel, credentials, users }) =>
    changeBlockList(
      graphAccessOf.parse(credentials),
      channel.externalIdentifier,
      'unblock',
      users.map(named),
    ),

  getCatalogProducts: later('Reading a catalogue'),
}

/** A user id has its country before a dot; a number has neither. */
function named(user: string): BlockedUser {
  return user.includes('.') ? { user_id: user } : { user }
}

function later(what: string): () => Promise<never> {
  return async () => {
    throw new NotYetAvailable(what)
  }
}
