import { describe, expect, test } from '@jest/globals'
import { usageOf } from '../accounts/usage.ts'
import { copiedName, copyOf } from '../definition/copyOf.ts'
import { definitionOf } from '../definition/definitionOf.ts'
import { managed } from '../testing/templates.ts'
import { presentStatuses } from '../words/status.ts'
import { editLimitOf } from './editLimit.ts'
import { funnelBars } from './funnel/funnelBars.ts'
import { qualitySteps } from './quality/qualitySteps.ts'
import { placesOf } from './versions/changePlace.ts'

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}T00:00:00.000Z`

describe('quality over time', () => {
  test('is a step for each change, the last until now', () => {
    const points = [
      { score: 'YELLOW', at: day(3) },
      { score: 'GREEN', at: day(1) },
      { score: 'GREEN', at: day(2) },
    ]
    expect(qualitySteps(points, Date.parse(day(5)))).toEqual([
      { quality: 'GREEN', from: day(1), start: 0, length: 0.5 },
      { quality: 'YELLOW', from: day(3), start: 0.5, length: 0.5 },
    ])
  })

  test('is nothing without a score, and no division where the only one is of now', () => {
    expect(qualitySteps([], 0)).toEqual([])
    expect(qualitySteps([{ score: 'odd', at: day(1) }], Date.parse(day(1)))).toEqual([
      { quality: 'UNKNOWN', from: day(1), start: 0, length: 0 },
    ])
  })
})

test('what became of messages is measured by the longest bar, and shares by what was sent', () => {
  const bars = funnelBars({ since: day(1), sent: 50, delivered: 40, read: 0, answered: 0, failed: 100 })
  expect(bars.map(({ part, width, ofSent }) => [part, width, ofSent])).toEqual([
    ['sent', 0.5, null],
    ['delivered', 0.4, 0.8],
    ['read', 0, 0],
    ['answered', 0, 0],
    ['failed', 1, null],
  ])
})

test.each([
  [{ canEdit: true, leftIn30Days: null }, 'free'],
  [{ canEdit: true, leftIn30Days: 3 }, 'counted'],
  [{ canEdit: false, nextEditAt: day(2), leftIn30Days: 0 }, 'waiting'],
  [{ canEdit: false, leftIn30Days: null, reason: 'in_review' }, 'barred'],
])('the limit on edits of %j is %s', (change, is) => {
  expect(editLimitOf({ ...managed().edit, ...change }).is).toBe(is)
})

test.each([
  ['category', [{ key: 'category' }]],
  ['components.0.text', [{ key: 'body' }, { key: 'text' }]],
  ['components.1.buttons.0.url', [{ key: 'buttons', number: 1 }, { key: 'url' }]],
  [
    'components.2.cards.1.components.0.text',
    [{ key: 'cards', number: 2 }, { key: 'header' }, { key: 'text' }],
  ],
  [
    'components.2.cards.1.components.1.buttons.1.text',
    [{ key: 'cards', number: 2 }, { key: 'buttons', number: 2 }, { key: 'text' }],
  ],
])('the place of a change at %s can be said', (path, places) => {
  const card = {
    components: [
      { type: 'HEADER', format: 'TEXT' },
      { type: 'BUTTONS', buttons: [] },
    ],
  }
  const components = [
    { type: 'BODY', text: '' },
    { type: 'BUTTONS', buttons: [] },
    { type: 'CAROUSEL', cards: [card, card] },
  ]
  const { template } = managed({ template: { components: components as never } })
  expect(placesOf(path, definitionOf(template, template))).toEqual(places)
})

describe('a copy', () => {
  test('leaves out what Meta does not take back', () => {
    const components = [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://cdn.test/a.jpg'] } },
      { type: 'body', text: 'Hi', made_up_by_meta: true },
    ]
    const { template } = managed({ template: { components: components as never } })
    expect(copyOf(template, { language: 'pl' })).toEqual({
      ...{ name: 'order_shipped', language: 'pl', category: 'UTILITY', parameterFormat: 'POSITIONAL' },
      components: [
        { type: 'HEADER', format: 'IMAGE', example: {} },
        { type: 'BODY', text: 'Hi' },
      ],
    })
  })

  test('of a one-time code is one that can be written, with how long it is tried', () => {
    const url = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}'
    const components = [
      { type: 'BODY', text: '*{{1}}* is your code.', add_security_recommendation: true },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code', url, example: [url] }] },
    ]
    const { template } = managed({
      template: { category: 'AUTHENTICATION', ttlSeconds: 300, components: components as never },
    })
    expect(copyOf(template, { name: 'code_copy' })).toMatchObject({
      ...{ name: 'code_copy', ttlSeconds: 300 },
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
      ],
    })
  })

  test('begins empty where a part cannot be written here', () => {
    const { template } = managed({ template: { components: [{ type: 'MOON' }] as never } })
    expect(copyOf(template, {}).components).toEqual([])
  })

  test('has a name that fits Meta’s limit', () => {
    expect(copiedName('order')).toBe('order_copy')
    expect(copiedName('x'.repeat(512))).toHaveLength(512)
  })
})

test('counted statuses stand in one order, and what nobody knows comes last', () => {
  const counted = presentStatuses({ APPROVED: 3, MOON: 1, REJECTED: 2, PAUSED: 0 })
  expect(counted.map(({ status }) => status)).toEqual(['REJECTED', 'APPROVED', 'MOON'])
})

test.each([
  [
    { count: 3, limit: null },
    { share: null, level: 'roomy' },
  ],
  [
    { count: 225, limit: 250 },
    { share: 0.9, level: 'nearly' },
  ],
  [
    { count: 251, limit: 250 },
    { share: 1, level: 'full' },
  ],
])('the room that is left of %j', (usage, expected) => {
  expect(usageOf(usage)).toEqual(expected)
})
