import { randomInt } from 'node:crypto'
import type { BusinessNumber, NumberOwner } from '../accounts/account.ts'
import { GraphError } from '../graph/graph-error.ts'
import { CODE_LASTS_MS, codeProblem, isCalledTooOften, isGuessedTooOften } from '../rules/registration.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { securityEvent } from '../webhooks/account-event.ts'
import { numberStateOf } from '../world/number-state.ts'
import type { Registration } from '../world/registration.ts'
import { changeNumber } from './change-number.ts'

/** How the number stands with Meta's registration; what is changed in it has to be reported as a change. */
export function registrationOf({ store }: Simulation, number: BusinessNumber): Registration {
  store.world.registrations[number.id] ??= {
    isNew: number.state?.isRegistered === false,
    pin: number.pin ?? null,
    code: null,
    registeredAt: [],
    deregisteredAt: [],
    wrongPinAt: [],
  }
  return store.world.registrations[number.id]!
}

/** Sends a code to the number; here it is shown by the simulator's own API. Throws 136024 for a verified one. */
export function requestCode(simulation: Simulation, { number }: NumberOwner): void {
  const { store, clock } = simulation
  if (numberStateOf(store.world, number).codeVerificationStatus === 'VERIFIED')
    throw new GraphError(136024, { details: 'The phone number is verified already.' })
  const text = String(randomInt(1_000_000)).padStart(6, '0')
  registrationOf(simulation, number).code = { text, expiresAt: clock.now() + CODE_LASTS_MS, wrongTries: 0 }
  store.changed({ kind: 'number', phoneNumberId: number.id })
}

/** Throws 136024 for a code that is not the one that was sent. */
export function verifyCode(simulation: Simulation, owner: NumberOwner, given: string): void {
  const registration = registrationOf(simulation, owner.number)
  const problem = codeProblem(registration.code, given, simulation.clock.now())
  if (problem && registration.code) registration.code.wrongTries += 1
  if (problem) throw new GraphError(136024, { details: problem })
  registration.code = null
  changeNumber(simulation, owner, { codeVerificationStatus: 'VERIFIED' })
}

/** Registers a verified number with its PIN, or with a first one. Throws 133016, 133006, 133008 or 133005. */
export function registerNumber(simulation: Simulation, owner: NumberOwner, pin: string): void {
  const { store, clock } = simulation
  const registration = registrationOf(simulation, owner.number)
  const now = clock.now()
  if (isCalledTooOften(registration.registeredAt, now)) throw new GraphError(133016)
  registration.registeredAt.push(now)
  if (numberStateOf(store.world, owner.number).codeVerificationStatus !== 'VERIFIED')
    throw new GraphError(133006)
  if (isGuessedTooOften(registration.wrongPinAt, now)) throw new GraphError(133008)
  if (registration.pin !== null && registration.pin !== pin) {
    registration.wrongPinAt.push(now)
    throw new GraphError(133005)
  }
  registration.pin = pin
  registration.isNew = false
  changeNumber(simulation, owner, { isRegistered: true })
}

/** Throws 133016 when it is done too often, 133010 for a number that is not registered. */
export function deregisterNumber(simulation: Simulation, owner: NumberOwner): void {
  const { store, clock } = simulation
  const registration = registrationOf(simulation, owner.number)
  if (isCalledTooOften(registration.deregisteredAt, clock.now())) throw new GraphError(133016)
  registration.deregisteredAt.push(clock.now())
  if (!numberStateOf(store.world, owner.number).isRegistered) throw new GraphError(133010)
  changeNumber(simulation, owner, { isRegistered: false })
}

/** Sets another PIN, or with null switches two-step verification off as in WhatsApp Manager; the business is told. */
export function setPin(simulation: Simulation, owner: NumberOwner, pin: string | null): void {
  const { store, clock, dispatcher } = simulation
  registrationOf(simulation, owner.number).pin = pin
  store.changed({ kind: 'number', phoneNumberId: owner.number.id })
  const event = pin === null ? 'PIN_RESET_REQUEST' : 'PIN_CHANGED'
  dispatcher.publish(securityEvent(owner, event, isoNow(clock)))
}
