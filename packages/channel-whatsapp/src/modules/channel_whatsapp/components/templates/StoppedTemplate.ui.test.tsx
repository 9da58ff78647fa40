import { afterEach, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { sample } from '../../../../../test/template-samples.ts'
import texts from '../../i18n/en.json' with { type: 'json' }
import { StoppedTemplate } from './StoppedTemplate.tsx'

/** Under a message of `order_update`, where the number can send these. */
function show(names: string[]) {
  const fetched = jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => Response.json({ items: names.map((name) => sample(name, [])) }))
  render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <StoppedTemplate channelId="ch1" name="order_update" language="en_US" />
      </QueryClientProvider>
    </I18nProvider>,
  )
  return fetched
}

afterEach(() => {
  jest.restoreAllMocks()
})

test('a message that waits says that its template cannot be sent, and leads to it', async () => {
  show(['another'])
  expect(await screen.findByText(/does not let the template “Order update” be sent at present/)).toBeTruthy()
  const link = screen.getByRole('link', { name: 'Show the template' })
  expect(link.getAttribute('href')).toBe('/backend/integrations/whatsapp/templates?search=order_update')
})

test('of one that can be sent it says nothing', async () => {
  const fetched = show(['order_update'])
  await waitFor(() => expect(fetched).toHaveBeenCalled())
  await fetched.mock.results[0]?.value
  expect(screen.queryByText(/does not let/)).toBeNull()
})
