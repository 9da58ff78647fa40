import type { NumberState } from '../accounts/number-state.ts'
import type { ChatWindows } from '../actions/let-hours-pass.ts'
import type { InboundContentInput } from '../sim/inbound-content.ts'
import type { Overview } from '../sim/overview.ts'
import type { CustomerChange } from '../sim/sim-schemas.ts'
import type { Customer } from '../world/customer.ts'
import type { Faults } from '../world/faults.ts'
import type { Message } from '../world/message.ts'

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/sim${path}`, {
    method,
    ...(body === undefined ? {} : asBody(body)),
  })
  const answer = await response.json()
  if (response.ok) return answer as T
  const { error, fieldErrors } = answer as { error: string; fieldErrors?: Record<string, string> }
  throw new Error(fieldErrors ? Object.values(fieldErrors).join(' ') : error)
}

// A file goes as it is, and brings its type along where the browser knows it.
function asBody(body: unknown): RequestInit {
  if (body instanceof Blob) return { body }
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}

type Chat = { customerId: string; phoneNumberId: string }
type Sent = {
  text?: string
  content?: InboundContentInput
  sentAt?: string
  contextWamid?: string
  forwarded?: boolean
  referral?: Record<string, string>
}

/** What the page asks of the simulator. Every refusal is an Error with a sentence to show. */
export const simulator = {
  overview: () => call<Overview>('GET', '/overview'),
  send: (message: Chat & Sent) => call<{ message: Message }>('POST', '/messages', message),
  async giveFile(phoneNumberId: string, file: File): Promise<string> {
    const address = new URLSearchParams({ phoneNumberId, fileName: file.name.slice(0, 240) })
    const answer = await call<{ file: { id: string } }>('POST', `/files?${address}`, file)
    return answer.file.id
  },
  call: (request: Chat & { outcome: 'answered' | 'missed' }) =>
    call<{ callId: string }>('POST', '/calls', request),
  setMarketing: (request: Chat & { value: 'stop' | 'resume' }) =>
    call<{ customer: Customer }>('POST', '/preferences', request),
  changeUserId: (chat: Chat) => call<{ customer: Customer }>('POST', '/user-id-changes', chat),
  letHoursPass: (chat: Chat & { hours: number }) => call<ChatWindows>('POST', '/elapsed-hours', chat),
  burst: (phoneNumberId: string, count: number) =>
    call<{ wamids: string[] }>('POST', '/bursts', { phoneNumberId, count }),
  writeOnBusinessPhone: (message: Chat & { text: string }) =>
    call<{ message: Message }>('POST', '/echoes', message),
  openChat: (customerId: string, phoneNumberId: string) =>
    call<{ read: number }>('POST', '/chats/open', { customerId, phoneNumberId }),
  play: (wamid: string) =>
    call<{ message: Message }>('POST', `/messages/${encodeURIComponent(wamid)}/played`),
  addCustomer: (person: { name: string; phone: string | null; username: string | null }) =>
    call<{ customer: Customer }>('POST', '/customers', person),
  changeCustomer: (id: string, change: CustomerChange) =>
    call<{ customer: Customer }>('PATCH', `/customers/${id}`, change),
  changePhone: (customerId: string, phone: string) =>
    call<{ customer: Customer }>('POST', '/number-changes', { customerId, phone }),
  takeOverPhone: (customerId: string, name: string) =>
    call<{ customer: Customer }>('POST', '/number-takeovers', { customerId, name }),
  changeNumber: (id: string, state: Partial<NumberState>) =>
    call<{ number: { id: string } }>('PATCH', `/numbers/${id}`, state),
  reviewName: (id: string, decision: 'APPROVED' | 'REJECTED') =>
    call<{ number: { id: string } }>('POST', `/numbers/${id}/name-review`, { decision }),
  switchPinOff: (id: string) => call<{ isPinEnabled: boolean }>('DELETE', `/numbers/${id}/pin`),
  changeFaults: (change: Partial<Faults>) => call<{ faults: Faults }>('PATCH', '/faults', change),
  redeliver: (id: string) => call<{ ok: boolean }>('POST', `/deliveries/${id}/redeliver`),
}
