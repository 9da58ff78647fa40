import { describe, expect, test } from '@jest/globals'
import {
  type ConsentDraft,
  type DraftProblems,
  draftProblems,
  emptyDraft,
  requestOf,
} from './consentDraft.ts'

const now = Date.parse('2026-11-22T10:00:00.000Z')
const before = '2026-05-03T12:00:00.000Z'
const after = '2026-11-23T10:00:00.000Z'
const sound: ConsentDraft = {
  ...emptyDraft('opt_in'),
  text: 'Yes, offers please',
  evidence: { ip: '10.1.2.3' },
}

describe('an opt-in is not recorded', () => {
  test.each<[string, Partial<ConsentDraft>, DraftProblems]>([
    ['without a purpose', { purposes: [] }, { purposes: 'missing' }],
    ['without the text they were shown', { text: '  ' }, { text: 'missing' }],
    ['without evidence', { evidence: { ip: ' ' } }, { evidence: 'missing' }],
    ['on evidence of another way of agreeing', { source: 'staff' }, { evidence: 'missing' }],
    ['of tomorrow', { occurredAt: after }, { occurredAt: 'inFuture' }],
    ['that is confirmed tomorrow', { confirmedAt: after }, { confirmedAt: 'inFuture' }],
    ['that was confirmed before it was given', { confirmedAt: before }, { confirmedAt: 'beforeOptIn' }],
  ])('%s', (_, change, problems) => {
    expect(draftProblems({ ...sound, ...change }, now)).toEqual(problems)
  })
})

test.each<[string, ConsentDraft]>([
  ['an opt-in with a text and one piece of evidence', sound],
  ['one that was confirmed afterwards', { ...sound, occurredAt: before, confirmedAt: before }],
  ['an opt-out without any', emptyDraft('opt_out')],
])('nothing speaks against %s', (_, draft) => {
  expect(draftProblems(draft, now)).toEqual({})
})

test('what was typed for another choice is not sent', () => {
  const typed: ConsentDraft = {
    ...sound,
    ...{ purposes: ['utility'], source: 'checkout', confirmedAt: before, textVersion: ' 2 ', language: 'pl' },
    evidence: { ip: ' 10.1.2.3 ', document: 'Form 7', reference: '' },
  }
  expect(requestOf('p1', typed)).toEqual({
    ...{ contactId: 'p1', change: 'opt_in', purposes: ['utility'], source: 'checkout' },
    ...{ text: 'Yes, offers please', textVersion: '2', language: 'pl', evidence: { ip: '10.1.2.3' } },
  })
  expect(requestOf('p1', { ...typed, change: 'opt_out' })).toEqual({
    ...{ contactId: 'p1', change: 'opt_out', purposes: ['utility'], source: 'checkout' },
    ...{ text: 'Yes, offers please', evidence: {} },
  })
})
