import { capabilityCases } from './capability-cases.ts'
import type { ConformanceCase } from './conformance-case.ts'
import { crashCases } from './crash-cases.ts'
import { deliveryCases } from './delivery-cases.ts'
import { honestyCases } from './honesty-cases.ts'
import { mediaCases } from './media-cases.ts'
import { policyCases } from './policy-cases.ts'
import { sendingCases } from './sending-cases.ts'

/**
 * What every adapter on this hub has to keep, for any test runner: call `subject.reset()` before each, then `run`.
 * How to write a subject: docs/writing-an-adapter.md.
 */
export const adapterConformance: ConformanceCase[] = [
  ...deliveryCases,
  ...sendingCases,
  ...crashCases,
  ...capabilityCases,
  ...honestyCases,
  ...mediaCases,
  ...policyCases,
]
