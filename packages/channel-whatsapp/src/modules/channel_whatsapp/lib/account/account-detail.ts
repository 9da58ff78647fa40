import { z } from 'zod'

const text = z.string().nullable()
const number = z.number().nullable()

const template = z.object({ id: text, name: text, language: text })
export type TemplateReference = z.infer<typeof template>

const problem = z.object({ code: number, title: text, message: text })

const aboutTemplates = [
  z.object({
    kind: z.literal('template_status'),
    template,
    event: z.string(),
    category: text,
    /** Meta's word for why, for example INVALID_FORMAT. */
    reason: text,
    /** Which pause it is, for example FIRST_PAUSE. */
    title: text,
    description: text,
    recommendation: text,
    disabledOn: text,
  }),
  z.object({ kind: z.literal('template_quality'), template, previous: text, current: z.string() }),
  z.object({
    kind: z.literal('template_components'),
    template,
    header: text,
    body: text,
    footer: text,
    buttons: z.array(z.object({ type: z.string(), text, url: text, phone: text })),
  }),
  z.object({ kind: z.literal('template_category'), template, previous: text, current: z.string() }),
  z.object({
    kind: z.literal('template_category_impending'),
    template,
    current: text,
    correct: z.string(),
    changesAt: text,
  }),
  z.object({ kind: z.literal('template_category_detected'), template, current: text, correct: z.string() }),
] as const

const aboutNumbers = [
  z.object({
    kind: z.literal('number_quality'),
    number: text,
    event: z.string(),
    previousLimit: text,
    limit: text,
  }),
  z.object({
    kind: z.literal('number_name'),
    number: text,
    decision: z.string(),
    requestedName: text,
    reason: text,
  }),
  z.object({ kind: z.literal('number_username'), number: text, username: text, status: z.string() }),
  z.object({ kind: z.literal('number_security'), number: text, event: z.string(), requester: text }),
  z.object({
    kind: z.literal('number_settings'),
    phoneNumberId: text,
    settings: z.record(z.string(), z.unknown()),
  }),
] as const

const aboutAccounts = [
  z.object({
    kind: z.literal('account_state'),
    event: z.string(),
    restrictions: z.array(z.object({ type: z.string(), expiresAt: text })),
    violation: text,
    ban: z.object({ state: text, date: text }).nullable(),
    disconnection: z.object({ reason: text, initiatedBy: text }).nullable(),
    country: text,
    /** What else Meta said with it. */
    more: z.record(z.string(), z.unknown()),
  }),
  z.object({ kind: z.literal('account_review'), decision: z.string() }),
  z.object({
    kind: z.literal('account_alert'),
    entityType: text,
    entityId: text,
    level: text,
    status: text,
    alert: z.string(),
    description: text,
  }),
  z.object({
    kind: z.literal('capability'),
    /** People that may be written to first in 24 hours; -1 is no limit. */
    dailyLimit: number,
    numbersPerBusiness: number,
    numbersPerAccount: number,
  }),
  z.object({ kind: z.literal('business_status'), value: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('history_declined'), code: z.number(), message: text }),
  z.object({ kind: z.literal('errors'), ...problem.shape }),
] as const

const aboutAssets = [
  z.object({
    kind: z.literal('flow'),
    event: z.string(),
    flowId: text,
    message: text,
    previousStatus: text,
    status: text,
    /** Percent; the threshold is in the unit of what it is about. */
    errorRate: number,
    threshold: number,
    /** Milliseconds in which half of the answers came, and nine of ten. */
    latency: number.default(null),
    slowLatency: number.default(null),
    /** Percent of the time. */
    availability: number.default(null),
    alertState: text,
  }),
  z.object({
    kind: z.literal('payment_configuration'),
    name: z.string(),
    provider: text,
    merchantId: text,
    status: text,
  }),
  z.object({ kind: z.literal('partner_solution'), event: z.string(), solutionId: text, status: text }),
  z.object({
    kind: z.literal('automatic_event'),
    event: z.string(),
    eventId: text,
    clickId: text,
    data: z.record(z.string(), z.unknown()),
  }),
] as const

const aboutGroups = [
  z.object({
    kind: z.literal('group'),
    event: z.string(),
    groupId: text,
    requestId: text,
    name: text,
    inviteLink: text,
    /** Numbers or user ids. */
    people: z.array(z.string()),
    problems: z.array(problem),
    more: z.record(z.string(), z.unknown()),
  }),
  z.object({ kind: z.literal('group_message'), groupId: text, messageId: text, messageType: text }),
] as const

/** What a webhook said about an account, a number, a template or another asset, in our words. */
export const accountDetail = z.discriminatedUnion('kind', [
  ...aboutTemplates,
  ...aboutNumbers,
  ...aboutAccounts,
  ...aboutAssets,
  ...aboutGroups,
  /** A known field in a shape that is not known. Kept whole. */
  z.object({ kind: z.literal('other'), value: z.unknown() }),
])
export type AccountDetail = z.infer<typeof accountDetail>

/** What is in no form that is known here is kept as it is: one report must not close the timeline. */
export function readDetail(value: unknown): AccountDetail {
  return accountDetail.safeParse(value).data ?? { kind: 'other', value }
}

export type DetailOf<Kind extends AccountDetail['kind']> = Extract<AccountDetail, { kind: Kind }>
