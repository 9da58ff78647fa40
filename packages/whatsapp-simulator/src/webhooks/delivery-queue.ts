import type { World } from '../world/world.ts'

/** So many webhooks may wait for one app; the oldest are given up first. */
const QUEUE_LIMIT = 10_000
/** So many settled ones are kept to look at and to send again. */
const KEPT_SETTLED = 200

/** Keeps the list of deliveries bounded, whatever the receiver does. */
export function makeRoom(world: World, appId: string): void {
  if (world.deliveries.length <= KEPT_SETTLED) return
  let pending = world.deliveries.filter(
    (delivery) => delivery.appId === appId && delivery.state === 'pending',
  ).length
  let settled = world.deliveries.filter((delivery) => delivery.state !== 'pending').length
  world.deliveries = world.deliveries.filter((delivery) => {
    if (delivery.state === 'pending') return !(delivery.appId === appId && pending > QUEUE_LIMIT && pending--)
    return !(settled > KEPT_SETTLED && settled--)
  })
}
