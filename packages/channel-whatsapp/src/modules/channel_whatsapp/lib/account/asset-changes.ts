import { z } from 'zod'
import type { DetailOf } from './account-detail.ts'
import { number, text } from './wire-values.ts'

export const flow = z
  .looseObject({
    event: z.string().min(1),
    flow_id: text,
    message: text,
    old_status: text,
    new_status: text,
    error_rate: number,
    threshold: number,
    p50_latency: number,
    p90_latency: number,
    availability: number,
    alert_state: text,
  })
  .transform(
    (value): DetailOf<'flow'> => ({
      kind: 'flow',
      event: value.event,
      flowId: value.flow_id,
      message: value.message,
      previousStatus: value.old_status,
      status: value.new_status,
      errorRate: value.error_rate,
      threshold: value.threshold,
      latency: value.p50_latency,
      slowLatency: value.p90_latency,
      availability: value.availability,
      alertState: value.alert_state,
    }),
  )

export const paymentConfiguration = z
  .looseObject({
    configuration_name: z.string().min(1),
    provider_name: text,
    provider_mid: text,
    status: text,
  })
  .transform(
    (value): DetailOf<'payment_configuration'> => ({
      kind: 'payment_configuration',
      name: value.configuration_name,
      provider: value.provider_name,
      merchantId: value.provider_mid,
      status: value.status,
    }),
  )

export const partnerSolution = z
  .looseObject({ event: z.string().min(1), solution_id: text, solution_status: text })
  .transform(
    (value): DetailOf<'partner_solution'> => ({
      kind: 'partner_solution',
      event: value.event,
      solutionId: value.solution_id,
      status: value.solution_status,
    }),
  )

/** A purchase or an enquiry that Meta noticed in a conversation begun by an advertisement. */
export const automaticEvent = z
  .looseObject({
    event_name: z.string().min(1),
    id: text,
    ctwa_clid: text,
    custom_data: z.record(z.string(), z.unknown()).nullish(),
  })
  .transform(
    (value): DetailOf<'automatic_event'> => ({
      kind: 'automatic_event',
      event: value.event_name,
      eventId: value.id,
      clickId: value.ctwa_clid,
      data: value.custom_data ?? {},
    }),
  )
