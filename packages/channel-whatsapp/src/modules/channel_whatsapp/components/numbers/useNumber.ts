import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Connection, ConnectionNumber } from '../connections/connection.ts'
import { pathOf, useChange } from '../connections/useConnections.ts'
import { providerRequest } from '../request.ts'
import type { BusinessProfile, NumberWish } from './number.ts'

export type NumberProps = { connection: Connection; number: ConnectionNumber }

export const addressOf = ({ connection, number }: NumberProps) =>
  `${pathOf(connection)}/numbers/${encodeURIComponent(number.channelId)}`
const profileKey = ({ number }: NumberProps) => ['channel_whatsapp', 'profile', number.channelId]

/** Does one thing to a number at Meta. PIN and code go with the request and stay nowhere. */
export function useNumberAction(of: NumberProps) {
  return useChange((wish: NumberWish) => providerRequest<unknown>(`${addressOf(of)}/actions`, 'POST', wish))
}

export function useProfile(of: NumberProps) {
  return useQuery({
    queryKey: profileKey(of),
    queryFn: async () =>
      (await providerRequest<{ profile: BusinessProfile }>(`${addressOf(of)}/profile`)).profile,
    retry: false,
  })
}

function useProfileChange<Input>(
  of: NumberProps,
  change: (input: Input) => Promise<{ profile: BusinessProfile }>,
) {
  const client = useQueryClient()
  return useChange(async (input: Input) => {
    const { profile } = await change(input)
    client.setQueryData(profileKey(of), profile)
  })
}

export function useSaveProfile(of: NumberProps) {
  return useProfileChange(of, (change: Partial<BusinessProfile>) =>
    providerRequest(`${addressOf(of)}/profile`, 'PUT', change),
  )
}

export function useSavePicture(of: NumberProps) {
  return useProfileChange(of, (picture: File) =>
    providerRequest(`${addressOf(of)}/profile/picture`, 'PUT', picture),
  )
}
