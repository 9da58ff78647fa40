import type { Message } from './message.ts'
import { createMessageIndex } from './message-index.ts'

const message = (wamid: string, given: Partial<Message> = {}): Message => ({
  wamid,
  direction: 'outbound',
  wabaId: 'waba',
  phoneNumberId: 'number',
  customerId: 'maria',
  recipient: null,
  content: { type: 'text', body: wamid },
  contextWamid: null,
  callbackData: null,
  sentAt: '2026-11-21T10:00:00.000Z',
  createdAt: '2026-11-21T10:00:00.000Z',
  status: 'accepted',
  history: [],
  error: null,
  pricing: null,
  ...given,
})

test('a chat has the messages of its person with its number, in order, whether read from a snapshot or added', () => {
  const index = createMessageIndex([message('a'), message('b', { phoneNumberId: 'other' })])
  index.add(message('c', { direction: 'inbound' }))
  index.add(message('d', { customerId: 'joao' }))
  expect(index.ofChat('number', 'maria').map(({ wamid }) => wamid)).toEqual(['a', 'c'])
  expect(index.ofCustomer('maria').map(({ wamid }) => wamid)).toEqual(['a', 'b', 'c'])
})

test('the latest sends of a number are the last it sent, without what customers wrote', () => {
  const index = createMessageIndex(['a', 'b', 'c'].map((wamid) => message(wamid)))
  index.add(message('d', { direction: 'inbound' }))
  expect(index.latestSends('number', 2).map(({ wamid }) => wamid)).toEqual(['b', 'c'])
})

test('a message that was sent twice under one id of ours is found twice', () => {
  const index = createMessageIndex([message('a', { callbackData: 'ours' })])
  index.add(message('b', { callbackData: 'ours' }))
  expect(index.withCallbackData('ours')).toHaveLength(2)
})

test('service messages are counted by number and month', () => {
  const pricing = {
    billable: false,
    pricing_model: 'PMP',
    type: 'regular',
    category: 'service',
  } as const
  const index = createMessageIndex([message('a', { pricing })])
  index.add(message('b', { pricing, createdAt: '2026-12-01T00:00:00.000Z' }))
  expect(index.servicesIn('number', '2026-11')).toBe(1)
  index.clear()
  expect(index.servicesIn('number', '2026-11')).toBe(0)
})
