import { useQuery } from '@tanstack/react-query'
import { isFinal, request } from '../../inbox/data/request.ts'

type FilterChoices = { connections: { id: string; numbers: string[] }[]; fields: string[] }

const nothing: FilterChoices = { connections: [], fields: [] }

/** By what the log can be narrowed down; without them the rest of it works. */
export function useFilterChoices(): FilterChoices {
  const { data } = useQuery({
    queryKey: ['communication_channels', 'deliveries', 'filters'],
    queryFn: () => request<FilterChoices>('/deliveries/filters'),
    staleTime: 60_000,
    retry: (failures, error) => failures < 2 && !isFinal(error),
  })
  return data ?? nothing
}
