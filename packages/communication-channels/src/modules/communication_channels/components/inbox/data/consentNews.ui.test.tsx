import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { conversation } from '../testing/fakeHub.ts'
import { keys } from './queries.ts'
import { useConsentNews } from './useConsentNews.ts'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

const client = new QueryClient()
const open = (id: string, contactId: string) =>
  client.setQueryData(keys.conversation(id), {
    conversation: conversation({ id, contact: { ...conversation().contact, id: contactId } }),
  })
const isStale = (id: string) => client.getQueryState(keys.conversation(id))?.isInvalidated
const says = (contactId: string) =>
  act(() => {
    const payload = { contactId, purpose: 'marketing', state: 'opted_in' }
    const detail = {
      id: 'communication_channels.consent.changed',
      payload,
      timestamp: 0,
      organizationId: 'o',
    }
    window.dispatchEvent(new CustomEvent('om:event', { detail }))
  })

test('of thousands who agree, only who is on screen is read again, and once', () => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  renderHook(useConsentNews, { wrapper })
  open('c1', 'p1')
  open('c2', 'p2')
  const invalidate = jest.spyOn(client, 'invalidateQueries')
  for (let nth = 0; nth < 1_000; nth++) says(`of-the-list-${nth}`)
  act(() => void jest.advanceTimersByTime(1_000))
  expect([isStale('c1'), isStale('c2')]).toEqual([false, false])
  says('p1')
  says('p3')
  act(() => void jest.advanceTimersByTime(1_000))
  expect([isStale('c1'), isStale('c2')]).toEqual([true, false])
  expect(invalidate).toHaveBeenCalledTimes(2)
})
