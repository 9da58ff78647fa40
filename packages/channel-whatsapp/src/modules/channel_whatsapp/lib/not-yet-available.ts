import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'

/** What the extended adapter names, and nothing behind it does yet. */
export class NotYetAvailable extends ChannelError {
  /** @param what begins the sentence, in the singular */
  constructor(what: string) {
    super(
      501,
      'not_yet_available',
      `${what} is not available here yet.`,
      'Use Meta’s WhatsApp Manager until it is.',
    )
    this.name = 'NotYetAvailable'
  }
}
