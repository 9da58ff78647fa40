import { useEffect, useReducer } from 'react'
import type { Overview } from '../sim/overview.ts'
import type { Change } from '../world/store.ts'
import { simulator } from './simulator-client.ts'

export type LiveWorld = Overview & { connected: boolean; typing: Record<string, string> }

type Action = { kind: 'loaded'; overview: Overview } | { kind: 'lost' } | Change

const SHOWN_DELIVERIES = 200

/** What happened while nobody listened, and what says too little of itself, is read whole. */
const READ_WHOLE = ['hello', 'reset', 'subscriptions', 'number']

/** The simulator's world, kept current by its stream; null until it has answered once. */
export function useLiveWorld(): LiveWorld | null {
  const [world, dispatch] = useReducer(follow, null)
  useEffect(() => {
    const load = () =>
      simulator.overview().then(
        (overview) => dispatch({ kind: 'loaded', overview }),
        () => dispatch({ kind: 'lost' }),
      )
    const stream = new EventSource('/sim/stream')
    stream.onmessage = ({ data }) => {
      const change = JSON.parse(data) as Change | { kind: 'hello' }
      if (READ_WHOLE.includes(change.kind)) void load()
      else dispatch(change as Change)
    }
    stream.onerror = () => dispatch({ kind: 'lost' })
    return () => stream.close()
  }, [])
  return world
}

function follow(world: LiveWorld | null, action: Action): LiveWorld | null {
  if (action.kind === 'loaded') return { ...action.overview, connected: true, typing: world?.typing ?? {} }
  if (!world) return world
  switch (action.kind) {
    case 'lost':
      return { ...world, connected: false }
    case 'message':
      return { ...world, messages: upsert(world.messages, action.message, 'wamid') }
    case 'customer':
      return { ...world, customers: upsert(world.customers, action.customer, 'id') }
    case 'delivery': {
      const known = world.deliveries.some((delivery) => delivery.id === action.delivery.id)
      const deliveries = known
        ? upsert(world.deliveries, action.delivery, 'id')
        : [action.delivery, ...world.deliveries].slice(0, SHOWN_DELIVERIES)
      return { ...world, deliveries }
    }
    case 'faults':
      return { ...world, faults: action.faults }
    case 'typing':
      return {
        ...world,
        typing: { ...world.typing, [`${action.phoneNumberId}:${action.customerId}`]: action.until },
      }
    default:
      return world
  }
}

function upsert<Item, Key extends keyof Item>(items: Item[], item: Item, key: Key): Item[] {
  const index = items.findIndex((candidate) => candidate[key] === item[key])
  return index < 0 ? [...items, item] : items.with(index, item)
}
