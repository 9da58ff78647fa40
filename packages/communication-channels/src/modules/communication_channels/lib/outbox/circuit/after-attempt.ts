import type { SendBlame } from '../../adapter/send-content.ts'
import type { Db } from '../../db.ts'
import {
  type CircuitOf,
  holdCircuit,
  readCircuit,
  repeatProbe,
  saveOpened,
  tallyAttempts,
} from './circuit-statements.ts'
import { closeCircuit } from './close-circuit.ts'
import { type CircuitReason, opened, reasonToOpen } from './decide-circuit.ts'

const REASON: Partial<Record<SendBlame, CircuitReason>> = {
  account: 'account',
  rate: 'rate',
  provider: 'failures',
}

/**
 * What an attempt that did not come through means for its number. Its outcome is written down already.
 *
 * @param blame null where nobody was asked
 */
export async function afterFailure(
  db: Db,
  number: CircuitOf,
  blame: SendBlame | null,
  now: Date,
): Promise<void> {
  const reason = blame && REASON[blame]
  const known = await readCircuit(db, number.channelId)
  if (known?.state === 'open') return
  if (known?.state === 'half_open' && blame === null) return repeatProbe(db, number.channelId, now)
  if (!reason) return known?.state === 'half_open' ? closeCircuit(db, number.channelId, now) : undefined

  const circuit = await holdCircuit(db, number.channelId)
  if (circuit?.state === 'open') return
  const cause =
    circuit?.state === 'half_open' ? reason : reasonToOpen(await tallyAttempts(db, number.channelId, now))
  if (cause) await saveOpened(db, number, opened(circuit, cause, now.getTime()))
}
