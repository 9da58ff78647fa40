import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import type { Decision, Reason } from '../../lib/policy/decision.ts'
import { viewDecision } from '../../lib/policy/decision-view.ts'
import { objects, permits } from '../../lib/policy/standing.ts'
import type { Message } from '../inbox/model/message.ts'
import { stepsOf } from './steps.ts'
import { verdictOn } from './verdict.ts'

const at = '2026-11-22T10:00:00.000Z'
const now = Date.parse(at)
const decided = (outcome: Decision['outcome'], ...reasons: Reason[]) =>
  viewDecision({ outcome, reasons, template: null, until: null })
const yes = decided('allow', permits('window_open', { at }))
const no = decided('refuse', objects('opted_out', { purpose: 'marketing', at, source: 'message' }))
const limit: Reason = { code: 'portfolio_limit', effect: 'waits', params: { until: at } }
const later = decided('wait', limit)
const attempt = (decision: ExplanationView['now'], outcome: 'sent' | 'not_sent' = 'sent') => ({
  ...{ number: 1, at, outcome, decision },
})
const explained = (change: Partial<ExplanationView> = {}): ExplanationView => ({
  ...{ messageId: 'm1', purpose: 'marketing', notification: null },
  ...{ queued: { at, decision: yes }, attempts: [], stopped: null, now: null },
  ...change,
})
const told = (change: Partial<Message>) => ({ status: null, error: null, scheduledAt: null, ...change })
const error = (code: string) => ({ code, message: 'Sentence.', action: null })

it.each<[string, ReturnType<typeof told>, ExplanationView, string, string | null]>([
  ['sent', told({ status: 'read' }), explained({ attempts: [attempt(yes)] }), 'left', 'window_open'],
  ['sent, of old', told({ status: 'read' }), explained({ queued: null }), 'unkept', null],
  [
    'refused when it was to leave',
    told({ status: 'failed', error: error('opted_out') }),
    explained({ attempts: [attempt(no, 'not_sent')] }),
    'refused',
    'opted_out',
  ],
  [
    'refused by the provider',
    told({ status: 'failed', error: error('131026') }),
    explained(),
    'failed',
    null,
  ],
  [
    'stopped by a STOP',
    told({ status: 'cancelled', error: error('opted_out') }),
    explained(),
    'stopped',
    null,
  ],
  [
    'stopped by a STOP, and could leave today',
    told({ status: 'cancelled', error: error('opted_out') }),
    explained({ stopped: { at, decision: no }, now: yes }),
    'stopped',
    'opted_out',
  ],
  [
    'sent, and could not leave today',
    told({ status: 'read' }),
    explained({ attempts: [attempt(yes)], now: no }),
    'left',
    'window_open',
  ],
  ['called back, and could leave', told({ status: 'cancelled' }), explained({ now: yes }), 'cancelled', null],
  ['called back', told({ status: 'cancelled' }), explained(), 'cancelled', null],
  ['queued', told({ status: 'queued' }), explained({ now: yes }), 'ready', 'window_open'],
  ['queued, with a limit', told({ status: 'queued' }), explained({ now: later }), 'waits', 'portfolio_limit'],
  [
    'scheduled',
    told({ status: 'queued', scheduledAt: '2026-11-22T11:00:00.000Z' }),
    explained({ now: yes }),
    'waits',
    'window_open',
  ],
  ['scheduled, and barred since', told({ status: 'queued' }), explained({ now: no }), 'doomed', 'opted_out'],
  [
    'without an answer',
    told({ status: 'unknown' }),
    explained({ attempts: [attempt(yes)] }),
    'open',
    'window_open',
  ],
])('one that was %s', (_, message, explanation, outcome, code) => {
  const verdict = verdictOn(message, explanation, now)
  expect([verdict.outcome, verdict.reason?.code ?? null]).toEqual([outcome, code])
})

it('tells in order when the policy was asked, and where it said the same again', () => {
  const explanation = explained({
    attempts: [attempt(yes, 'not_sent'), { ...attempt(no), number: 2 }],
    stopped: { at, decision: yes },
    now: yes,
  })
  expect(stepsOf(told({}), explanation).map(({ when, isSame }) => [when, isSame])).toEqual([
    ['queued', false],
    ['tried', true],
    ['left', false],
    ['stopped', false],
    ['now', true],
  ])
})

it('does not say of what the provider took and refused that it left', () => {
  const failed = told({ status: 'failed', error: error('131050') })
  const steps = stepsOf(failed, explained({ attempts: [attempt(yes)] }))
  expect(steps.map(({ when }) => when)).toEqual(['queued', 'handed'])
})

it('tells no difference between a notification that left as a template and that template', () => {
  const attempts = [{ ...attempt({ ...yes, outcome: 'use_template' }), number: 1 }]
  expect(stepsOf(told({}), explained({ attempts })).map(({ isSame }) => isSame)).toEqual([false, true])
})
