import { expect, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { render, screen } from '@testing-library/react'
import en from '../../i18n/en.json' with { type: 'json' }
import { AccountStandingNote } from './AccountStandingNote.tsx'

const good = { review: 'APPROVED', ban: null, restrictions: [], lost: null, dailyLimit: null }

function show(account: Partial<Parameters<typeof AccountStandingNote>[0]['account']>) {
  return render(
    <I18nProvider locale="en" dict={en}>
      <AccountStandingNote account={{ ...good, ...account }} />
    </I18nProvider>,
  )
}

test('an account in good standing has no note', () => {
  expect(show({}).container.textContent).toBe('')
})

test.each([
  ['2026-12-24T12:00:00.000Z', /a ban is coming \(SCHEDULE_FOR_DISABLE\), Dec 24, 2026$/],
  ['some day', /a ban is coming \(SCHEDULE_FOR_DISABLE\), some day$/],
  [null, /a ban is coming \(SCHEDULE_FOR_DISABLE\)$/],
])('a ban is told with its day: %s', (date, sentence) => {
  show({ ban: { state: 'SCHEDULE_FOR_DISABLE', date } })
  expect(screen.getByText(sentence)).toBeTruthy()
})
