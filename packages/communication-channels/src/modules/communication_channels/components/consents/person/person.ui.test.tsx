import { describe, expect, test } from '@jest/globals'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { RequestFailed } from '../../inbox/data/request.ts'
import type { ConsentEntry, PersonConsents } from './consent.ts'
import { consentTo, entry, optedIn, personWith, undone } from './testing/personConsents.ts'
import { hubWith, sheetServedBy } from './testing/sheetServedBy.tsx'

const ada = { userId: 'u1', name: 'Ada' }
const may = '2026-05-03T12:00:00.000Z'

async function open(person: PersonConsents, features?: string[]) {
  const hub = hubWith(person, features)
  render(sheetServedBy(hub))
  const sheet = within(await screen.findByRole('dialog', { name: 'Maria Nowak' }))
  await sheet.findByRole('heading', { name: 'Marketing' })
  return { hub, sheet }
}
const lineOf = (name: string) => screen.getByRole('heading', { name }).closest('li')!.textContent
const story = () =>
  within(screen.getByRole('heading', { name: 'What is on record' }).parentElement!).getAllByRole('listitem')

describe('how somebody stands', () => {
  test('is one line each, with why', async () => {
    await open(optedIn())
    expect(lineOf('Marketing')).toMatch(
      /^MarketingAllowedOpted in to marketing on May 3, 2026 on a form: “Yes, send me offers” \(version 2\), from 10\.1\.2\.3\.Offers and news may be sent\./,
    )
    expect(lineOf('Orders and appointments')).toMatch(/Not allowedThere is nothing on record/)
    expect(lineOf('Answers')).toMatch(
      /^AnswersWhile the window is open.*no consent is needed while the window is open/,
    )
  })

  test('with nothing on record says what that means', async () => {
    const { sheet } = await open(personWith())
    expect(
      sheet.getByText(/^Nothing is recorded\. Service answers are allowed while the window is open/),
    ).toBeTruthy()
    expect(sheet.getByText('No consent was ever given, asked for or taken back.')).toBeTruthy()
    expect(lineOf('Marketing')).toMatch(/Not allowedThere is no opt-in on record/)
    expect(sheet.queryByRole('button', { name: 'Erase the words …' })).toBeNull()
  })

  test.each<[string, Partial<PersonConsents>, string, RegExp]>([
    [
      'who wrote first',
      { basis: { firstWroteAt: may } },
      'Orders and appointments',
      /AllowedThey wrote to you on May 3/,
    ],
    [
      'who wrote STOP',
      {
        consents: [consentTo('marketing', { state: 'opted_out', since: may, source: 'message' })],
        events: [
          entry({ kind: 'opted_out', source: 'message', text: 'STOP', textVersion: null, evidence: {} }),
        ],
      },
      'Marketing',
      /Not allowedOpted out of marketing on May 3, 2026 by writing to you: “STOP”\.No offers or news/,
    ],
    [
      'of whom only the outcome is known',
      { consents: [consentTo('marketing', { state: 'opted_out', since: may, source: 'error' })] },
      'Marketing',
      /on May 3, 2026 the messenger refused a message/,
    ],
  ])('of one %s', async (_, change, line, words) => {
    await open(personWith(change))
    expect(lineOf(line)).toMatch(words)
  })

  test('is told by a whole page without violations that a machine can find', async () => {
    await open(optedIn({ block: { at: may, by: ada, reason: 'Threats' } }))
    const { violations } = await axe.run(screen.getByRole('dialog'), {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })

  test('is read anew when something is said meanwhile', async () => {
    const { hub, sheet } = await open(personWith())
    hub.elsewhere['GET /contacts/p1/consents'] = { status: 200, body: optedIn() }
    act(() => {
      const detail = { id: 'communication_channels.consent.changed', payload: { contactId: 'p1' } }
      window.dispatchEvent(new CustomEvent('om:event', { detail }))
    })
    expect(await sheet.findByText('Offers and news may be sent.')).toBeTruthy()
  })

  test('can be asked for again when it could not be loaded', async () => {
    const hub = hubWith(personWith())
    hub.elsewhere['GET /contacts/p1/consents'] = { status: 404, body: new RequestFailed(404, null) }
    render(sheetServedBy(hub))
    const again = await screen.findByRole('button', { name: 'Try again' })
    hub.elsewhere['GET /contacts/p1/consents'] = { status: 200, body: optedIn() }
    await userEvent.click(again)
    expect(await screen.findByText('Offers and news may be sent.')).toBeTruthy()
  })

  test('is changed by nobody who may only read', async () => {
    const features = ['communication_channels.view', 'communication_channels.consents.view']
    const { sheet } = await open(optedIn({ rules: { ...optedIn().rules, doubleOptIn: true } }), features)
    expect(sheet.queryByRole('button', { name: /Record|Ask|Block|Erase/ })).toBeNull()
  })
})

describe('the story', () => {
  test('has what did not follow from what they said as a line of its own, in its place', async () => {
    const retryAt = '2026-05-04T13:00:00.000Z'
    const putOff = { code: 'consent_task_put_off', message: 'Down.', action: null }
    await open(
      optedIn({
        undone: [
          undone({ id: 't2', what: 'answer', conversationId: 'c1' }),
          undone({ id: 't1', what: 'recall', at: '2026-05-02T12:00:00.000Z', retryAt, problem: putOff }),
        ],
      }),
    )
    expect(story().map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(
        /^They could not be told on May 5, 2026.*none of them is the default.*Open the conv/,
      ),
      expect.stringMatching(/^Opted in/),
      expect.stringMatching(
        /^What was waiting.*called back on May 2.*tried again by itself\. The next try is on May 4/,
      ),
    ])
  })

  test.each<[string, Partial<ConsentEntry>, RegExp]>([
    [
      'an opt-in with its text, version, language and evidence',
      {},
      /^Opted in to marketing on May 3, 2026 on a form\.Yes, send me offersVersion2LanguageEnglishIP address10\.1\.2\.3May 3, 2026, /,
    ],
    [
      'what staff were told, and who wrote it down when',
      { source: 'staff', actor: ada, recordedAt: '2026-05-04T12:00:00.000Z', evidence: { note: 'By phone' } },
      /, as told to Ada\..*NoteBy phone.*recorded May 4, 2026, .* by Ada$/,
    ],
    [
      'a question, and until when an answer counts',
      { kind: 'asked', expiresAt: '2026-05-10T12:00:00.000Z', text: null, evidence: {} },
      /^Asked on May 3, 2026 to confirm marketing; an answer counts until May 10, 2026 at /,
    ],
    [
      'that they took back an opt-out with the provider',
      { kind: 'resumed', source: 'platform', text: null, evidence: {} },
      /^Took back on May 3, 2026, in the settings of the messenger, the opt-out from marketing/,
    ],
    [
      'an answer',
      { kind: 'confirmed', text: 'Yes', evidence: {} },
      /^Confirmed marketing on May 3, 2026\.Yes/,
    ],
    ['a second yes given elsewhere', { confirmedAt: may }, /Confirmed there on May 3, 2026\./],
    [
      'that the words are gone',
      { isErased: true, text: null, evidence: {} },
      /The words and the evidence were erased on request\. That it happened, and when, stays/,
    ],
    [
      'that the words are gone, and nobody erased them',
      { isMissing: true, text: null, evidence: {} },
      /The words and the evidence are gone, and nobody here erased them/,
    ],
    ['evidence that this page has no name for', { evidence: { till: '7' } }, /till7/],
  ])('tells %s', async (_, change, words) => {
    await open(optedIn({ events: [entry(change)] }))
    expect(story()[0]!.textContent).toMatch(words)
  })

  test('leads to the message by which it was said, and to no page that is not one', async () => {
    const said = { source: 'message', messageId: 'm1', conversationId: 'c1' } as const
    const evidence = { messageId: 'wamid.1', url: 'javascript:alert(1)' }
    await open(optedIn({ events: [entry({ ...said, evidence })] }))
    const [link, ...others] = within(story()[0]!).getAllByRole('link')
    expect(link!.getAttribute('href')).toBe('/backend/inbox?conversation=c1')
    expect(others).toEqual([])
    expect(story()[0]!.textContent).not.toContain('wamid.1')
  })

  test('folds a long text until somebody wants all of it', async () => {
    const { sheet } = await open(optedIn({ events: [entry({ text: 'Yes, I want offers. '.repeat(30) })] }))
    const more = sheet.getByRole('button', { name: 'Show all of it' })
    expect(more.getAttribute('aria-expanded')).toBe('false')
    await userEvent.click(more)
    expect(sheet.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe('true')
  })
})
