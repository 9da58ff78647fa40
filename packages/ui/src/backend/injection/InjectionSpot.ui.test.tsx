import { expect, jest, test } from '@jest/globals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { BackendChromeProvider } from '../BackendChromeProvider.tsx'
import { InjectionSpot } from './InjectionSpot.tsx'
import { registerInjection, type WidgetSource } from './widgetRegistry.tsx'

const spotId = 'parcels.detail'

function widgetSource(folder: string, id: string, features: string[]): WidgetSource {
  const load = async () => ({
    default: {
      metadata: { id, features },
      Widget: ({ context }: { context: unknown }) => (
        <p>
          {id} for {(context as { parcel: string }).parcel}
        </p>
      ),
    },
  })
  return { moduleId: 'courier', path: `widgets/injection/${folder}/widget.tsx`, load: jest.fn(load) }
}

afterEach(() => jest.restoreAllMocks())

function showSpotTo(features: string[]) {
  const profile = {
    user: { id: 'u', email: 'a@b.test', name: 'A', roles: [] },
    tenant: { id: 't', name: 'T' },
    organization: { id: 'o', name: 'O' },
    features,
  }
  jest.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(JSON.stringify(profile)))
  render(
    <QueryClientProvider client={new QueryClient()}>
      <BackendChromeProvider adminNavApi="/api/auth/profile">
        <InjectionSpot spotId={spotId} context={{ parcel: 'P-1' }} />
      </BackendChromeProvider>
    </QueryClientProvider>,
  )
}

test('a widget is shown with its context to who has its features, and to nobody else', async () => {
  registerInjection({
    tables: [
      {
        moduleId: 'courier',
        table: {
          [spotId]: ['courier.injection.tracking', { widgetId: 'courier.injection.costs', priority: 9 }],
        },
      },
    ],
    widgets: [
      widgetSource('tracking', 'courier.injection.tracking', ['courier.view']),
      widgetSource('costs', 'courier.injection.costs', ['courier.costs']),
    ],
  })
  showSpotTo(['courier.view'])
  expect(await screen.findByText('courier.injection.tracking for P-1')).toBeTruthy()
  expect(screen.queryByText(/costs/)).toBeNull()
})

test('higher priority stands first, whichever file loads first', async () => {
  registerInjection({
    tables: [
      { moduleId: 'courier', table: { [spotId]: 'courier.injection.tracking' } },
      { moduleId: 'bank', table: { [spotId]: { widgetId: 'courier.injection.costs', priority: 9 } } },
    ],
    widgets: [
      widgetSource('tracking', 'courier.injection.tracking', []),
      widgetSource('costs', 'courier.injection.costs', []),
    ],
  })
  showSpotTo([])
  await waitFor(() => expect(screen.getAllByText(/for P-1/)).toHaveLength(2))
  expect(screen.getAllByText(/for P-1/).map((shown) => shown.textContent)).toEqual([
    'courier.injection.costs for P-1',
    'courier.injection.tracking for P-1',
  ])
})

test('only the code of widgets meant for the spot is loaded', async () => {
  const elsewhere = widgetSource('elsewhere', 'courier.injection.elsewhere', [])
  registerInjection({
    tables: [{ moduleId: 'courier', table: { [spotId]: 'courier.injection.tracking' } }],
    widgets: [elsewhere, widgetSource('tracking', 'courier.injection.tracking', [])],
  })
  showSpotTo([])
  await screen.findByText('courier.injection.tracking for P-1')
  expect(elsewhere.load).not.toHaveBeenCalled()
})
