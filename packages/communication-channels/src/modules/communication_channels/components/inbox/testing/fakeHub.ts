import type { Reason } from '../../../lib/policy/decision.ts'
import { type DecisionView, viewDecision } from '../../../lib/policy/decision-view.ts'
import { objects, permits } from '../../../lib/policy/standing.ts'
import type { Conversation, ConversationPolicy } from '../model/conversation.ts'
import type { Message, Reaction } from '../model/message.ts'

export type SentRequest = {
  key: string | null
  // biome-ignore lint/suspicious/noExplicitAny: whatever the screen sent is what a test looks at
  body: { content: any; replyToMessageId?: string }
}
type Answer = { status: number; body: unknown }

export const conversation = (change: Partial<Conversation> = {}): Conversation => ({
  id: 'c1',
  channel: {
    id: 'ch1',
    displayName: 'Shop',
    address: '+48 22 123 45 01',
    providerKey: 'demo',
    channelType: 'chat',
    isEnabled: true,
  },
  contact: {
    ...{ id: 'p1', displayName: 'Maria Nowak', phone: '+48601234567', username: null, userId: null },
    isBlocked: false,
  },
  lastMessageAt: '2026-11-21T10:00:00.000Z',
  lastMessage: {
    direction: 'inbound',
    contentType: 'text',
    preview: 'Hello?',
    isVoice: false,
    status: null,
  },
  unreadCount: 0,
  window: {
    isRequired: true,
    isOpen: true,
    expiresAt: new Date(Date.now() + 5 * 3_600_000).toISOString(),
    openedBy: null,
    freeEntry: null,
  },
  createdAt: '2026-11-20T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
  ...change,
})

export const message = (change: Partial<Message> = {}): Message => ({
  id: 'm1',
  conversationId: 'c1',
  direction: 'inbound',
  origin: 'live',
  content: { type: 'text', text: 'Hello?' },
  context: {},
  replyTo: null,
  reactions: [],
  editedAt: null,
  revokedAt: null,
  call: null,
  status: null,
  hold: null,
  statusTimes: {},
  error: null,
  author: null,
  files: [],
  lane: null,
  purpose: null,
  notification: null,
  priority: null,
  scheduledAt: null,
  waiting: null,
  fallback: null,
  unknownSince: null,
  settlement: null,
  resendOf: null,
  resentAs: null,
  canCancel: false,
  sentAt: '2026-11-21T10:00:00.000Z',
  createdAt: '2026-11-21T10:00:00.000Z',
  ...change,
})

export const reaction = (change: Partial<Reaction> = {}): Reaction => ({
  direction: 'inbound',
  emoji: '👍',
  at: '2026-11-21T10:00:00.000Z',
  status: null,
  author: null,
  error: null,
  ...change,
})

const at = '2026-11-21T10:00:00.000Z'

export const allowed: ConversationPolicy = {
  freeForm: decided(permits('window_open', { at: '2026-11-22T10:00:00.000Z', hours: '24' })),
  utility: decided(permits('wrote_first', { at })),
  marketing: decided(permits('consent_given', { purpose: 'marketing', at, source: 'form' })),
  authentication: decided(objects('not_requested')),
  reengagement: null,
}
export const windowClosed: ConversationPolicy = {
  ...allowed,
  freeForm: { ...decided(objects('window_closed', { at, hours: '24' })), outcome: 'use_template' },
}
export const stopped: ConversationPolicy = {
  ...allowed,
  marketing: decided(objects('opted_out', { purpose: 'marketing', at, source: 'message' })),
}

/** What the policy says for this reason alone. */
export function decided(reason: Reason): DecisionView {
  const outcome = reason.effect === 'objects' ? 'refuse' : 'allow'
  return viewDecision({ outcome, reasons: [reason], template: null, until: null })
}

function reacted(target: Message, { emoji }: { emoji: string }): Message {
  const others = target.reactions.filter(({ direction }) => direction === 'inbound')
  const own = reaction({ direction: 'outbound', emoji, at: new Date().toISOString(), status: 'queued' })
  return { ...target, reactions: emoji ? [...others, own] : others }
}

type State = {
  conversation: Conversation
  policy: ConversationPolicy
  messages: Message[]
  features: string[]
}

/**
 * The hub's API as the inbox sees it: one conversation, in which Maria has asked and one may answer, but for what
 * `change` says. `answers` are given to sends in turn; when they run out, sends are accepted.
 */
export function fakeHub(change: Partial<State> = {}) {
  const state: State = {
    conversation: conversation(),
    policy: allowed,
    messages: [message()],
    features: ['communication_channels.*'],
    ...change,
  }
  const profile = {
    user: { id: 'u1', email: 'ada@acme.test', name: 'Ada', roles: ['admin'] },
    tenant: { id: 't', name: 'Acme' },
    organization: { id: 'o', name: 'Acme' },
    features: state.features,
  }
  const sent: SentRequest[] = []
  const answers: (Answer | 'no answer')[] = []
  const typing: string[] = []
  /** What was asked of other addresses, as `DELETE /files/f1`, and what they answer; else 404. */
  const asked: { what: string; body: unknown }[] = []
  const elsewhere: Record<string, Answer> = {}
  const respond = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const path = String(input).replace('/api/communication_channels', '').split('?')[0]
    if (path === '/api/auth/profile') return respond(200, profile)
    if (path === '/conversations')
      return respond(200, { items: [state.conversation], nextCursor: null, closingSoon: 0 })
    if (path === '/channels') return respond(200, { items: [state.conversation.channel] })
    if (path === '/conversations/c1/read') return respond(200, { unreadCount: 0 })
    if (path === '/conversations/c1')
      return respond(200, { conversation: state.conversation, policy: state.policy })
    if (path === '/conversations/c1/typing') {
      typing.push(new Date().toISOString())
      return new Response(null, { status: 204 })
    }
    if (path !== '/conversations/c1/messages') {
      const what = `${init.method ?? 'GET'} ${path}`
      asked.push({ what, body: init.body ? JSON.parse(String(init.body)) : null })
      const { status, body } = elsewhere[what] ?? {
        status: 404,
        body: { error: 'Not here.', code: 'not_found' },
      }
      return respond(status, body)
    }
    if (init.method !== 'POST') return respond(200, { items: state.messages, olderCursor: null })

    const body = JSON.parse(String(init.body))
    sent.push({ key: new Headers(init.headers).get('Idempotency-Key'), body })
    const answer = answers.shift()
    if (answer === 'no answer') throw new TypeError('Failed to fetch')
    if (answer) return respond(answer.status, answer.body)
    const accepted = message({
      id: `sent-${sent.length}`,
      direction: 'outbound',
      content: body.content,
      status: 'queued',
      sentAt: new Date().toISOString(),
    })
    state.messages =
      body.content.type === 'reaction'
        ? state.messages.map((one) => (one.id === body.content.messageId ? reacted(one, body.content) : one))
        : [...state.messages, accepted]
    return respond(202, { message: accepted })
  }
  return { state, sent, typing, answers, asked, elsewhere, fetch }
}
