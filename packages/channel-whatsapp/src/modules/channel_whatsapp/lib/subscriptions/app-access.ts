import type { GraphAccess } from '../credentials.ts'
import type { OurConnection } from '../numbers/our-number.ts'

/** What an app's own calls are made with. */
export interface AppAccess {
  appId: string
  appSecret: string
  apiVersion: string
}

/** Null where the connection does not name its app. */
export function appAccessOf({ connection, credentials, access }: OurConnection): AppAccess | null {
  const { appId } = connection
  return appId ? { appId, appSecret: credentials.appSecret, apiVersion: access.apiVersion } : null
}

export function tokenOf({ appId, appSecret, apiVersion }: AppAccess): GraphAccess {
  return { accessToken: `${appId}|${appSecret}`, apiVersion }
}
