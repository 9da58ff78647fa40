import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Clock, Lock, PenLine } from 'lucide-react'
import type { EditStanding } from '../data/template.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { type EditLimit, editLimitOf } from './editLimit.ts'

const signs = { free: PenLine, counted: PenLine, waiting: Clock, barred: Lock }

/** How often it may still be changed, said before anybody has begun to. */
export function EditLimits({ edit }: { edit: EditStanding }) {
  const limit = editLimitOf(edit)
  const Sign = signs[limit.is]
  return (
    <p className="flex items-start gap-2 rounded-lg bg-muted/60 px-3 py-2 text-[0.8125rem] text-muted-foreground">
      <Sign aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        <LimitWords limit={limit} />
      </span>
    </p>
  )
}

function LimitWords({ limit }: { limit: EditLimit }) {
  const t = useT()
  const say = useSay()
  const format = useFormats()
  const counted = (left: number) =>
    say('edit.counted', { left: format.count(left), of: format.count(limit.of) })
  switch (limit.is) {
    case 'free':
      return say('edit.free')
    case 'counted':
      return `${counted(limit.left)} ${say('edit.review')}`
    case 'waiting': {
      const wait = say('edit.waiting', { time: format.moment(limit.until) })
      return limit.left === null ? wait : `${wait} ${counted(limit.left)}`
    }
    case 'barred':
      return t(`channel_whatsapp.editRule.${limit.reason}`, say('edit.barred'))
  }
}
