import type { ReasonCode } from './decision.ts'

export interface Words {
  sentence: string
  action: string | null
}

const OTHER_TEMPLATE = 'Choose another template.'
const OFFER_TO_RESUME =
  'Answer what they write. If they want these messages again, they write START, or their wish is recorded with its evidence.'

/** What stands against a message, and what to do about it. */
export const OBJECTION_WORDS = {
  integration_disabled: {
    sentence: 'The integration that this number belongs to is switched off.',
    action: 'Ask an administrator to switch it on under Integrations.',
  },
  channel_disabled: {
    sentence: 'This number is switched off.',
    action: 'Ask an administrator to switch it on under Integrations.',
  },
  sender_blocked: {
    sentence: 'The provider lets nothing leave from this number ({name}).',
    action: 'Ask an administrator to look at the state of this number under Integrations.',
  },
  sender_restricted: {
    sentence: 'The provider lets this number only answer for now, not begin a conversation ({name}).',
    action:
      'Wait until the customer writes, or ask an administrator to look at the number under Integrations.',
  },
  person_blocked: {
    sentence: 'Your organisation blocked this person on {at}.',
    action: 'Unblock them under “Who this is” first.',
  },
  marketing_barred_in_region: {
    sentence: 'The provider delivers no marketing to people in this country or region ({region}).',
    action: 'Marketing cannot reach this person here. Messages about their orders and answers still can.',
  },
  opted_out: {
    sentence: 'This person opted out of {purpose} on {at} {source}.',
    action: OFFER_TO_RESUME,
  },
  no_consent: {
    sentence: 'Nothing on record says that this person agreed to marketing messages.',
    action: 'Send something that is not marketing, or have their consent recorded with its evidence.',
  },
  not_confirmed: {
    sentence:
      'This person agreed to {purpose} on {at} {source}, but has not confirmed it yet, and your organisation asks for a second yes.',
    action:
      'Ask them to confirm under “Who this is”; where they were asked already, wait for their answer. After a yes it may leave.',
  },
  no_basis: {
    sentence:
      'There is no basis for messages about orders and appointments: this person agreed to none and has not written to you.',
    action: 'Wait until they write, or have their consent recorded with its evidence.',
  },
  basis_not_accepted: {
    sentence:
      'This person agreed to {purpose} on {at} {source}, and your organisation does not count that as enough.',
    action: 'An administrator decides under Settings what counts, or can record another consent of theirs.',
  },
  nothing_to_confirm: {
    sentence:
      'There is nothing that this person could confirm: no unconfirmed consent to marketing is on record.',
    action: 'Have it recorded first that they agreed.',
  },
  not_requested: {
    sentence: 'A code may only be sent at the moment when the person asks for one, and none was asked for.',
    action: 'Send it from where the person asks for it.',
  },
  request_too_old: {
    sentence:
      'The person asked for the code on {at}; by the time it would leave that is more than ten minutes ago.',
    action: 'Let them ask for a new one.',
  },
  never_wrote: {
    sentence: 'This person has never written to you, so there is nothing to answer.',
    action: 'Wait until they write.',
  },
  window_never_opened: {
    sentence: 'You cannot write freely yet: this person has not written to this number.',
    action: 'Start with an approved template; their answer lets you write freely.',
  },
  window_closed: {
    sentence: 'You can no longer answer freely: {hours} have passed since their last message (ended {at}).',
    action: 'Send an approved template, or wait until the customer writes.',
  },
  window_closes_before: {
    sentence: 'You can write freely until {at}, and this is to leave later ({leavesAt}).',
    action: 'Choose an earlier time, or send an approved template.',
  },
  templates_unknown: {
    sentence: 'This provider knows no templates.',
    action: 'Write your own words instead.',
  },
  no_template_for_notification: {
    sentence: 'There is no template for the notification “{name}”.',
    action: 'Have one of that name approved by the provider.',
  },
  template_missing: {
    sentence: 'The template “{name}” ({language}) does not exist, or does not any more.',
    action: OTHER_TEMPLATE,
  },
  template_in_review: {
    sentence: 'The provider has not approved the template “{name}” ({language}) yet.',
    action: 'Wait until it is approved, or choose another one.',
  },
  template_rejected: {
    sentence: 'The provider rejected the template “{name}” ({language}).',
    action: 'Choose another one, or change it and submit it again.',
  },
  template_paused: {
    sentence:
      'The provider paused the template “{name}” ({language}), because people did not like to receive it.',
    action: 'Choose another one, or wait until the provider lets it go out again.',
  },
  template_disabled: {
    sentence: 'The provider switched the template “{name}” ({language}) off.',
    action: OTHER_TEMPLATE,
  },
  template_unsupported: {
    sentence: 'The template “{name}” ({language}) has parts that cannot be sent from here yet.',
    action: OTHER_TEMPLATE,
  },
  template_data_missing: {
    sentence: 'The template “{name}” ({language}) needs data that was not given: {missing}.',
    action: 'Give what is missing.',
  },
} as const satisfies Partial<Record<ReasonCode, Words>>
