import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { NumberOwner } from '../accounts/account.ts'
import { markReadByBusiness } from '../actions/mark-read-by-business.ts'
import { sendAsBusiness } from '../actions/send-as-business.ts'
import type { SendRequest } from '../rules/send-request.ts'
import { readSendRequest } from '../rules/send-request.ts'
import type { Simulation } from '../simulation.ts'
import { countOne } from '../world/counts.ts'
import type { Message } from '../world/message.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { ownNumber, requireScope } from './token.ts'

/** A caller that hangs this long has given up; its connection is closed without an answer. */
const HANG_MS = 120_000

/** `POST /{phone-number-id}/messages`: sends, and the business's read receipt with or without typing. */
export async function postMessages(c: Context<GraphEnv>): Promise<Response> {
  const simulation = c.get('simulation')
  const caller = c.get('caller')
  const phoneNumberId = c.req.param('node')!
  requireScope(caller, 'whatsapp_business_messaging')
  const owner = ownNumber(c, phoneNumberId)
  const request = readSendRequest(c.get('parameters'))
  if (request.kind === 'read') {
    markReadByBusiness(simulation, phoneNumberId, request)
    return c.json({ success: true })
  }
  if (takesFault(simulation, 'ignoreNextSends')) {
    await hang(simulation, c.req.raw.signal)
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
  const message = await sendCounted(simulation, owner, request)
  if (takesFault(simulation, 'dropNextAnswers')) {
    message.isUnanswered = true
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
  if (takesFault(simulation, 'hangNextSends')) await hang(simulation, c.req.raw.signal)
  if (c.req.raw.signal.aborted) message.isUnanswered = true
  return c.json(acceptedBody(message, request.to ?? request.recipient!))
}

async function sendCounted(
  simulation: Simulation,
  owner: NumberOwner,
  request: SendRequest,
): Promise<Message> {
  const { store, clock } = simulation
  const { answerAfterMs } = store.world.faults
  try {
    const message = sendAsBusiness(simulation, owner, request)
    store.counts.sends.accepted += 1
    return message
  } catch (error) {
    if (error instanceof GraphError) countOne(store.counts.sends.refused, error.code)
    throw error
  } finally {
    if (answerAfterMs > 0) await new Promise<void>((done) => clock.schedule(answerAfterMs, done))
  }
}

function acceptedBody(message: Message, input: string) {
  const recipient = message.recipient!
  return {
    messaging_product: 'whatsapp',
    contacts: [
      'phone' in recipient
        ? { input, wa_id: recipient.phone.slice(1) }
        : { input, user_id: recipient.userId },
    ],
    messages: [
      {
        id: message.wamid,
        ...(message.content.type === 'template' ? { message_status: message.held ?? 'accepted' } : {}),
      },
    ],
  }
}

function takesFault(
  { store }: Simulation,
  name: 'hangNextSends' | 'dropNextAnswers' | 'ignoreNextSends',
): boolean {
  const { faults } = store.world
  if (faults[name] === 0) return false
  faults[name] -= 1
  store.changed({ kind: 'faults', faults })
  return true
}

function hang({ clock }: Simulation, callerLeft: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.schedule(HANG_MS, resolve)
    callerLeft.addEventListener('abort', () => {
      cancel()
      resolve()
    })
  })
}
