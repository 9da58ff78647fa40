import { beforeEach, describe, expect, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../../i18n/en.json' with { type: 'json' }
import { fakeHub } from '../../inbox/testing/fakeHub.ts'
import { openNewTab } from '../../inbox/testing/inboxServedBy.tsx'
import { ConsentCard } from './ConsentCard.tsx'
import type { ConsentRules } from './consentRules.ts'

beforeEach(() => {
  openNewTab()
  // The switch measures itself, which this DOM does not know.
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})

const rules: ConsentRules = {
  stopEnds: 'marketing',
  doubleOptIn: false,
  confirmWithinDays: 7,
  utilityBasis: { checkout: true, form: true, wroteFirst: true },
  stopWords: ['stop', 'wypisz'],
  startWords: ['start'],
  confirmWords: ['yes'],
}

function show() {
  const hub = fakeHub()
  hub.elsewhere['PUT /settings'] = { status: 200, body: {} }
  globalThis.fetch = hub.fetch
  render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <ConsentCard rules={rules} />
        <FlashMessages />
      </QueryClientProvider>
    </I18nProvider>,
  )
  return {
    hub,
    saved: () => hub.asked.filter(({ what }) => what === 'PUT /settings').map(({ body }) => body),
  }
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save the consent rules' }))
const words = (name: string) => screen.getByRole('textbox', { name })

describe('the rules of consent', () => {
  test('are each said with what they mean, and only what differs is saved', async () => {
    const { saved } = show()
    await userEvent.click(screen.getByRole('switch', { name: 'Marketing needs a second yes' }))
    expect(screen.getByText(/^Whoever opts in is asked in the conversation/)).toBeTruthy()
    const days = screen.getByRole('textbox', { name: 'Days to confirm in' })
    await userEvent.clear(days)
    await userEvent.type(days, '14')
    await userEvent.click(
      screen.getByRole('radio', { name: /^Everything but answers.*reminders end too\.$/ }),
    )
    await userEvent.click(screen.getByRole('checkbox', { name: 'An opt-in at checkout' }))
    await save()
    expect(await screen.findByText('The settings are saved.')).toBeTruthy()
    expect(saved()).toEqual([
      {
        consentRules: {
          stopEnds: 'everything_but_service',
          doubleOptIn: true,
          confirmWithinDays: 14,
          utilityBasis: { checkout: false, form: true, wroteFirst: true },
        },
      },
    ])
  })

  test('take words one a line', async () => {
    const { saved } = show()
    expect(words('Words that end it')).toHaveProperty('value', 'stop\nwypisz')
    await userEvent.type(words('Words that end it'), '{Enter} bitte aufhören ')
    await save()
    await waitFor(() =>
      expect(saved()).toEqual([{ consentRules: { stopWords: ['stop', 'wypisz', 'bitte aufhören'] } }]),
    )
  })

  test('leave a way out: without a word to stop by nothing is saved, and the field says why', async () => {
    const { saved } = show()
    await userEvent.clear(words('Words that end it'))
    await save()
    expect(document.activeElement).toBe(words('Words that end it'))
    expect(screen.getByText(/^Leave at least one/)).toBeTruthy()
    expect(saved()).toEqual([])
  })

  test('have each word in one list: another spelling of it is named at its field', async () => {
    const { saved } = show()
    await userEvent.type(words('Words that begin it again'), '{Enter}Stóp!')
    await save()
    expect(screen.getByText(/^“Stóp!” stands in a list above too/)).toBeTruthy()
    expect(document.activeElement).toBe(words('Words that begin it again'))
    expect(saved()).toEqual([])
  })

  test('that the server refuses are told at their field', async () => {
    const { hub } = show()
    const fieldErrors = { 'consentRules.confirmWords': 'This cannot be one.' }
    hub.elsewhere['PUT /settings'] = { status: 422, body: { error: 'No.', code: 'other_x', fieldErrors } }
    await save()
    expect(await screen.findByText('This cannot be one.')).toBeTruthy()
    expect(document.activeElement).toBe(words('Words that confirm'))
  })

  test('have no accessibility violations that a machine can find', async () => {
    show()
    await userEvent.click(screen.getByRole('switch', { name: 'Marketing needs a second yes' }))
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})
