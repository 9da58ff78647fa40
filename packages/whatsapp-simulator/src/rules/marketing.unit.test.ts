import type { MessageContent } from '../world/message.ts'
import { isStoppedMarketing } from './marketing.ts'
import { isTooNewFor } from './old-client.ts'
import { opensWindow } from './opens-window.ts'

const template = (category: string): MessageContent => ({
  type: 'template',
  name: 'offer',
  language: 'en_US',
  category,
  rendered: { header: null, body: 'Offer', footer: null, buttons: [] },
  buttons: [],
  components: [],
})
const text: MessageContent = { type: 'text', body: 'Hi' }
const buttons: MessageContent = { type: 'interactive', payload: {} }

test.each([
  [template('marketing'), true, true],
  [template('MARKETING'), true, true],
  [template('marketing'), false, false],
  [template('utility'), true, false],
  [text, true, false],
])('%j to somebody with marketing stopped = %s is kept back: %s', (content, marketingStopped, expected) => {
  expect(isStoppedMarketing(content, { marketingStopped })).toBe(expected)
})

test.each([
  [template('utility'), true, true],
  [buttons, true, true],
  [buttons, false, false],
  [text, true, false],
])('%j to an old client = %s cannot be shown: %s', (content, oldClient, expected) => {
  expect(isTooNewFor(content, { oldClient })).toBe(expected)
})

test.each([
  ['text', true],
  ['reaction', true],
  ['system', false],
  ['edit', false],
  ['revoke', false],
] as const)('%s of the customer opens the window: %s', (type, expected) => {
  expect(opensWindow(type)).toBe(expected)
})
