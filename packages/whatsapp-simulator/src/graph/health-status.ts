import type { NumberOwner, SimulatorAccount } from '../accounts/account.ts'
import type { NumberState } from '../accounts/number-state.ts'
import { knownError } from './error-catalogue.ts'

type Entity = {
  entity_type: 'PHONE_NUMBER' | 'WABA' | 'BUSINESS' | 'APP'
  id: string
  can_send_message: 'AVAILABLE' | 'BLOCKED'
  errors?: { error_code: number; error_description: string; possible_solution: string }[]
}

/** `health_status`: whether a message can leave, and which of those it needs is in the way. */
export function healthOf(entities: Entity[]) {
  const isBlocked = entities.some((entity) => entity.can_send_message === 'BLOCKED')
  return { can_send_message: isBlocked ? 'BLOCKED' : 'AVAILABLE', entities }
}

export function accountHealth(account: SimulatorAccount): Entity {
  return { entity_type: 'WABA', id: account.wabaId, can_send_message: 'AVAILABLE' }
}

/** A number, and all that a message from it needs beside it. */
export function numberHealth({ account, number }: NumberOwner, state: NumberState): Entity[] {
  const code = !state.isRegistered ? 133010 : state.isInMaintenance ? 131057 : null
  return [
    { entity_type: 'PHONE_NUMBER', id: number.id, ...obstacleOf(code) },
    accountHealth(account),
    { entity_type: 'BUSINESS', id: account.portfolio.id, can_send_message: 'AVAILABLE' },
    { entity_type: 'APP', id: account.appId, can_send_message: 'AVAILABLE' },
  ]
}

function obstacleOf(code: number | null): Pick<Entity, 'can_send_message' | 'errors'> {
  if (code === null) return { can_send_message: 'AVAILABLE' }
  const { title, details = title } = knownError(code)
  const possible_solution = code === 133010 ? 'Register the phone number.' : 'Try again in a minute.'
  return {
    can_send_message: 'BLOCKED',
    errors: [{ error_code: code, error_description: details, possible_solution }],
  }
}
