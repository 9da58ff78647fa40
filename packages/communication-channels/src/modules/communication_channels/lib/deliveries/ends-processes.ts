import { ChannelError } from '../errors.ts'
import { ENDED_WHILE_APPLYING } from '../ingest/worker-claims.ts'

/** Processes have died of it, so none that answers people reads it. A worker may: its deaths are counted. */
export function endsProcesses({ error }: { error: string | null }): boolean {
  return error === ENDED_WHILE_APPLYING
}

export const NOT_READ_HERE =
  'It is not read here: a process ended while applying it, and reading it could end this one.'

/** @throws ChannelError 422 where one of them has ended a process */
export function refuseWhatEndsProcesses(deliveries: { id: string; error: string | null }[]): void {
  const deliveryIds = deliveries.filter(endsProcesses).map(({ id }) => id)
  if (deliveryIds.length === 0) return
  throw new ChannelError(
    422,
    'delivery_ends_processes',
    'A process ended while applying one of these deliveries, so none of them is applied here.',
    'Leave it out, or replay the time in which it came: then a worker does it, and passes over what it dies of.',
    { deliveryIds },
  )
}
