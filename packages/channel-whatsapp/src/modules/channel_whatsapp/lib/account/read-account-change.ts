import type {
  AccountEvent,
  EventAddress,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import type { AccountDetail } from './account-detail.ts'
import * as asset from './asset-changes.ts'
import * as business from './business-changes.ts'
import { eventKey } from './event-key.ts'
import { group, groupMessage } from './group-changes.ts'
import * as number from './number-changes.ts'
import * as template from './template-changes.ts'
import { id, seconds } from './wire-values.ts'

interface Reader {
  detail: z.ZodType<AccountDetail>
  /** Where one value tells of several facts. */
  items?: (value: Record<string, unknown>) => unknown[]
}

const listed =
  (name: string) =>
  (value: Record<string, unknown>): unknown[] =>
    Array.isArray(value[name]) && value[name].length > 0 ? value[name] : [value]

/** Fields that are about nothing but accounts, numbers, templates and other assets. */
const fields: Record<string, Reader> = {
  message_template_status_update: { detail: template.templateStatus },
  message_template_quality_update: { detail: template.templateQuality },
  message_template_components_update: { detail: template.templateComponents },
  template_category_update: { detail: template.templateCategory },
  template_correct_category_detection: { detail: template.templateCategoryDetected },
  phone_number_quality_update: { detail: number.numberQuality },
  phone_number_name_update: { detail: number.numberName },
  business_username_updates: { detail: number.numberUsername },
  business_username_update: { detail: number.numberUsername },
  security: { detail: number.numberSecurity },
  account_settings_update: { detail: number.numberSettings },
  account_update: { detail: business.accountState },
  account_review_update: { detail: business.accountReview },
  account_alerts: { detail: business.accountAlert },
  business_capability_update: { detail: business.capability },
  business_status_update: { detail: business.businessStatus },
  flows: { detail: asset.flow },
  payment_configuration_update: { detail: asset.paymentConfiguration },
  partner_solutions: { detail: asset.partnerSolution },
  automatic_events: { detail: asset.automaticEvent, items: listed('automatic_events') },
  group_lifecycle_update: { detail: group, items: listed('groups') },
  group_participants_update: { detail: group, items: listed('groups') },
  group_settings_update: { detail: group, items: listed('groups') },
  group_status_update: { detail: group, items: listed('groups') },
}

/** What the reader of messages finds beside the messages, by the names it gives it. */
const besideMessages: Record<string, Reader> = {
  history: {
    detail: business.historyDeclined,
    items: (value) =>
      listed('history')(value).flatMap((one) =>
        typeof one === 'object' && one !== null ? listed('errors')(one as Record<string, unknown>) : [one],
      ),
  },
  'messages.errors': { detail: business.reportedError, items: listed('errors') },
  'messages.group': { detail: groupMessage },
}

const readers = new Map(Object.entries({ ...fields, ...besideMessages }))

export function isAccountField(field: string): boolean {
  return Object.hasOwn(fields, field)
}

/** What a fact without a time and a name of its own was told of: messages, calls. */
export interface Occasion {
  names: unknown[]
  at: Date | null
}

/**
 * Reads one change of an account field; also what is told beside messages (`history` that was declined,
 * `messages.errors`, `messages.group`). Whatever has a shape that is not known is kept whole.
 */
export function readAccountChange(
  field: string,
  value: unknown,
  address: EventAddress,
  entryTime: Date | null,
  occasion: Occasion = { names: [], at: null },
): AccountEvent[] {
  const reader = readers.get(field)
  const whole = z.record(z.string(), z.unknown()).safeParse(value)
  const facts = whole.success && reader?.items ? reader.items(whole.data) : [value]
  return facts.map((fact) => {
    const about = { ...address, ...addressOf(field, fact, address) }
    return {
      kind: 'account',
      ...about,
      field,
      key: eventKey(
        field,
        fact,
        entryTime,
        about.accountIdentifier,
        about.channelIdentifier,
        ...occasion.names,
      ),
      occurredAt: timeOf(fact) ?? entryTime ?? occasion.at,
      detail: reader?.detail.safeParse(fact).data ?? { kind: 'other', value: fact },
    }
  })
}

const timestamped = z.looseObject({ timestamp: seconds })

/** An item's own time is nearer to the fact than the time of the delivery. */
function timeOf(fact: unknown): Date | null {
  const iso = timestamped.safeParse(fact).data?.timestamp
  return iso ? new Date(iso) : null
}

const partnership = z.looseObject({ waba_info: z.looseObject({ waba_id: id }) })
const settings = z.looseObject({ phone_number_settings: z.looseObject({ phone_number_id: id }) })

/** With partners Meta names the business portfolio where it names the account otherwise. */
function addressOf(field: string, fact: unknown, address: EventAddress): Partial<EventAddress> {
  if (field === 'partner_solutions') return { accountIdentifier: null }
  if (field === 'account_update') {
    const account = partnership.safeParse(fact).data?.waba_info.waba_id
    return account === undefined ? {} : { accountIdentifier: account }
  }
  if (field === 'account_settings_update') {
    const id = settings.safeParse(fact).data?.phone_number_settings.phone_number_id
    return { channelIdentifier: id ?? address.channelIdentifier }
  }
  return {}
}
