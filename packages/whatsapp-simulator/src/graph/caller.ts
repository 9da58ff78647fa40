import type { SimulatorAccount } from '../accounts/account.ts'

/**
 * Who calls: a system user, or the app itself (`APP_ID|APP_SECRET`). `accounts` are all that the token is good for,
 * `account` the first of them.
 */
export type Caller = { account: SimulatorAccount; accounts: SimulatorAccount[]; kind: 'user' | 'app' }
