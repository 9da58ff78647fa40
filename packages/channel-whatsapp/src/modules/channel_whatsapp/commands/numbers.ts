import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { commandContext } from '../lib/command-context.ts'
import type { BusinessProfileChange } from '../lib/numbers/business-profile.ts'
import { actOnNumber, type NumberAction } from '../lib/numbers/number-action.ts'
import { changePicture, changeProfile } from '../lib/numbers/profile-of-number.ts'

interface Target {
  connectionId: string
  channelId: string
}

const labels: Record<NumberAction['action'], string> = {
  register: 'Register a WhatsApp number',
  deregister: 'Take a WhatsApp number off the Cloud API',
  request_code: 'Have Meta send a code to a WhatsApp number',
  verify_code: 'Verify a WhatsApp number',
  set_pin: 'Change the PIN of a WhatsApp number',
  request_display_name: 'Ask for another display name of a WhatsApp number',
}

/** What the audit log keeps: who did what to which number. No PIN and no code. */
const logged = (actionLabel: string, { connectionId, channelId }: Target) => ({
  actionLabel,
  resourceKind: 'channel_whatsapp.number',
  resourceId: channelId,
  parentResourceKind: 'channel_whatsapp.connection',
  parentResourceId: connectionId,
})

for (const action of Object.keys(labels) as NumberAction['action'][]) {
  const handler: CommandHandler<Target & { wish: NumberAction }, null> = {
    id: `channel_whatsapp.number.${action}`,
    async execute({ connectionId, channelId, wish }, ctx) {
      await actOnNumber(commandContext(ctx), connectionId, channelId, wish)
      return null
    },
    buildLog: ({ input }) => logged(labels[action], input),
  }
  registerCommand(handler)
}

const updateProfile: CommandHandler<Target & { change: BusinessProfileChange }, null> = {
  id: 'channel_whatsapp.number.update_profile',
  async execute({ connectionId, channelId, change }, ctx) {
    await changeProfile(commandContext(ctx), connectionId, channelId, change)
    return null
  },
  buildLog: ({ input }) => ({
    ...logged('Change the business profile of a WhatsApp number', input),
    context: { fields: Object.keys(input.change) },
  }),
}

const updatePicture: CommandHandler<Target & { bytes: Uint8Array }, null> = {
  id: 'channel_whatsapp.number.update_picture',
  async execute({ connectionId, channelId, bytes }, ctx) {
    await changePicture(commandContext(ctx), connectionId, channelId, bytes)
    return null
  },
  buildLog: ({ input }) => logged('Change the profile picture of a WhatsApp number', input),
}

registerCommand(updateProfile)
registerCommand(updatePicture)
