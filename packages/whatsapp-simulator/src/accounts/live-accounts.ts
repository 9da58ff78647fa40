import { liveTemplates } from '../world/template-state.ts'
import type { World } from '../world/world.ts'
import type { SimulatorAccount } from './account.ts'

/**
 * The accounts with what has happened to them: numbers and templates that were added, changed or deleted, and names
 * that Meta has approved since.
 */
export function liveAccounts(accounts: SimulatorAccount[], world: World): SimulatorAccount[] {
  return accounts.map((account) => ({
    ...account,
    get templates() {
      return liveTemplates(world, account.wabaId, account.templates)
    },
    get numbers() {
      const added = world.addedNumbers.filter(({ wabaId }) => wabaId === account.wabaId)
      return [...account.numbers, ...added].map((number) => ({
        ...number,
        verifiedName: world.approvedNames[number.id] ?? number.verifiedName,
      }))
    },
  }))
}
