import { expect, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import type { IntegrationDetail } from './integrationDetail.ts'
import { VersionTab } from './VersionTab.tsx'

const detail: IntegrationDetail = {
  integration: {
    id: 'courier',
    title: 'Courier',
    apiVersions: [
      { id: 'v3', label: 'Version 3', status: 'stable', default: true, changelog: 'The newest.' },
      { id: 'v2', label: 'Version 2', status: 'deprecated', sunsetAt: '2028-02-18' },
    ],
  },
  state: {
    isEnabled: true,
    apiVersion: null,
    reauthRequired: false,
    lastHealthStatus: null,
    lastHealthCheckedAt: null,
    lastHealthLatencyMs: null,
    updatedAt: null,
  },
  credentials: {},
  secretFieldsConfigured: [],
  hasCredentials: true,
}

function show(locale: 'en' | 'de' = 'en', dict: Record<string, string> = {}, mayEdit = true) {
  render(
    <I18nProvider locale={locale} dict={dict}>
      <QueryClientProvider client={new QueryClient()}>
        <VersionTab detail={detail} mayEdit={mayEdit} />
      </QueryClientProvider>
    </I18nProvider>,
  )
  const rowOf = (label: string) => within(screen.getByText(label).closest('li') as HTMLElement)
  return { newest: rowOf('Version 3'), older: rowOf('Version 2') }
}

test('a version shows on which day it stops working, and one without an end shows none', () => {
  const { newest, older } = show()
  expect(older.getByText('Stops working on February 18, 2028')).toBeTruthy()
  expect(newest.queryByText(/Stops working/)).toBeNull()
})

test('the day is written as the reader writes days', () => {
  const { older } = show('de', { 'integrations.version.sunset': 'Funktioniert bis {date}' })
  expect(older.getByText('Funktioniert bis 18. Februar 2028')).toBeTruthy()
})

test('what there is to say of a version is said in the words that the integration brings, else in its own', () => {
  expect(show().newest.getByText('The newest.')).toBeTruthy()
  cleanup()
  const { newest } = show('de', { 'courier.version.v3': 'Die neueste.' })
  expect(newest.getByText('Die neueste.')).toBeTruthy()
})

test('the version that is used says so, and another can be chosen by who may', () => {
  const { newest, older } = show()
  expect(newest.getByText('In use')).toBeTruthy()
  expect(newest.queryByRole('button')).toBeNull()
  expect(older.getByRole('button', { name: 'Use this version' })).toBeTruthy()
})

test('who may only look is not offered another version', () => {
  const { older } = show('en', {}, false)
  expect(older.queryByRole('button')).toBeNull()
})
