import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react'
import { apiCall, SESSION_ENDED_DOM_NAME } from './utils/apiCall.tsx'
import { createCrudFormError } from './utils/serverErrors.tsx'

export type BackendChromePayload = {
  user: { id: string; email: string; name: string | null; roles: string[] }
  tenant: { id: string; name: string }
  organization: { id: string; name: string }
  grantedFeatures: string[]
}

type BackendChrome = {
  payload: BackendChromePayload | null
  isLoading: boolean
  isReady: boolean
  refresh: () => Promise<void>
}

type Profile = Omit<BackendChromePayload, 'grantedFeatures'> & { features: string[] }

const signedOut: BackendChrome = { payload: null, isLoading: false, isReady: false, refresh: async () => {} }

const BackendChromeContext = createContext<BackendChrome>(signedOut)

/** Who is signed in and what they may do; outside the provider nobody is. */
export function useBackendChrome(): BackendChrome {
  return useContext(BackendChromeContext)
}

/** `adminNavApi` answers with the profile; 401 means signed out and reads as a null payload. */
export function BackendChromeProvider({
  adminNavApi,
  children,
}: {
  adminNavApi: string
  children: ReactNode
}) {
  const queryClient = useQueryClient()
  const queryKey = useMemo(() => ['backend-chrome', adminNavApi], [adminNavApi])
  const { data, isPending, isSuccess } = useQuery({
    queryKey,
    queryFn: () => readProfile(adminNavApi),
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    const forget = () => queryClient.setQueryData(queryKey, null)
    window.addEventListener(SESSION_ENDED_DOM_NAME, forget)
    return () => window.removeEventListener(SESSION_ENDED_DOM_NAME, forget)
  }, [queryClient, queryKey])
  const refresh = useCallback(() => queryClient.refetchQueries({ queryKey }), [queryClient, queryKey])
  const chrome = useMemo(
    () => ({ payload: data ?? null, isLoading: isPending, isReady: isSuccess, refresh }),
    [data, isPending, isSuccess, refresh],
  )
  return <BackendChromeContext value={chrome}>{children}</BackendChromeContext>
}

async function readProfile(address: string): Promise<BackendChromePayload | null> {
  const { ok, status, result } = await apiCall<Profile>(address)
  if (status === 401) return null
  if (!ok || !result) throw createCrudFormError(`HTTP ${status}`, undefined, { status })
  const { features, ...who } = result
  return { ...who, grantedFeatures: features }
}
