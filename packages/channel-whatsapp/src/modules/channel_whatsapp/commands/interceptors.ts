import type { CommandInterceptor } from '@open-mercato/shared/lib/commands/command-interceptor'
import { checkMarketplaceForm } from '../lib/connections/marketplace-form.ts'

/** The marketplace knows that its form's fields are texts; what they have to look like is known here. */
export const interceptors: CommandInterceptor[] = [
  {
    id: 'channel_whatsapp.credentials-form',
    targetCommand: 'integrations.credentials.save',
    beforeExecute: (input, { container }) => checkMarketplaceForm(container, input),
  },
]
