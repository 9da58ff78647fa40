import { useBackendChrome } from '../BackendChromeProvider.tsx'

/** The signed-in person's id; an empty text while it is not known. */
export function useCurrentUserId(): string {
  return useBackendChrome().payload?.user.id ?? ''
}
