import { useT } from '@open-mercato/shared/lib/i18n/context'
import {
  Card,
  CardAction,
  CardContent,
  CardDescription,
  CardHeader,
  CardTitle,
} from '@open-mercato/ui/primitives/card'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { useQuery } from '@tanstack/react-query'
import { request } from '../inbox/data/request.ts'

type Abilities = { renditions: boolean; hint: string | null }

/** What this server can do with sound and film, and what it takes to make it able. */
export function AbilitiesCard() {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.renditions.${key}`)
  const { data } = useQuery({
    queryKey: ['communication_channels', 'abilities'],
    queryFn: () => request<Abilities>('/files/abilities'),
  })
  if (!data) return null
  return (
    <Card>
      <CardHeader className={data.renditions ? 'pb-5' : undefined}>
        <CardTitle>{say('title')}</CardTitle>
        <CardDescription>{say(data.renditions ? 'on' : 'off')}</CardDescription>
        <CardAction>
          <StatusBadge variant={data.renditions ? 'success' : 'warning'} dot>
            {say(data.renditions ? 'available' : 'missing')}
          </StatusBadge>
        </CardAction>
      </CardHeader>
      {data.renditions ? null : (
        <CardContent className="grid gap-2 text-sm">
          <p>{say('how')}</p>
          <pre className="overflow-x-auto rounded-md bg-muted px-3 py-2 font-mono text-[0.8125rem]">
            apt-get install ffmpeg
          </pre>
        </CardContent>
      )}
    </Card>
  )
}
