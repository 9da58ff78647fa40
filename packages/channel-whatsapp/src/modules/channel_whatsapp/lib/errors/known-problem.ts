import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { inWords } from './describe-error.ts'
import type { ErrorName } from './known-error.ts'

/** A refusal of ours by its name, with the words that the screens have for it. @param field that it is about */
export function knownProblem(name: ErrorName, field?: string): ChannelError {
  const { message, action } = inWords(name, null, null)
  return new ChannelError(422, name, message, action, field ? { fieldErrors: { [field]: message } } : {})
}
