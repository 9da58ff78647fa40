import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type ConfirmDialogOptions, useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Button } from '@open-mercato/ui/primitives/button'
import { StatusBadge, type StatusBadgeVariant } from '@open-mercato/ui/primitives/status-badge'
import { type Level, type LevelKind, type Loss, offerOf } from './webhook.ts'

type LevelRowProps = {
  kind: LevelKind
  /** Of a number. */
  name?: string
  level: Level
  /** What taking its own address away would cost. */
  loss: Loss | null
  nameOf: (channelId: string) => string
  isBusy: boolean
  onChange: (isOn: boolean) => void
}

const tones: Record<NonNullable<Level['state']>, StatusBadgeVariant> = {
  here: 'success',
  elsewhere: 'warning',
  inherited: 'neutral',
  off: 'neutral',
}

export function LevelRow({ kind, name, level, loss, nameOf, isBusy, onChange }: LevelRowProps) {
  const t = useT()
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const text = (key: string, values: Record<string, string> = {}) =>
    t(`channel_whatsapp.webhook.${key}`, values)
  const { state, url, problem } = level
  const offer = offerOf(kind, state)
  const label = name ?? text(`level.${kind}`)
  const words = offer === 'clear' ? text(`clear.${kind}`) : text('set')

  /** Whoever gets the messages now would not get them any more: the other server, or this one. */
  const questionOf = (): ConfirmDialogOptions | null => {
    if (offer === 'set') {
      return state === 'elsewhere'
        ? { title: text('replace.title'), text: text('replace.text', { url: url ?? '' }), confirmText: words }
        : null
    }
    if (!loss) return null
    const numbers = loss.channelIds.map(nameOf).join(', ')
    return {
      title: text('stop.title', { numbers }),
      text: text(`stop.${loss.to ?? 'unknown'}`, { url: loss.url ?? '' }),
      confirmText: text('stop.confirm'),
      variant: 'destructive',
    }
  }
  const change = async () => {
    const question = questionOf()
    const isSure =
      question === null || (await confirm({ ...question, cancelText: t('channel_whatsapp.cancel') }))
    if (isSure) onChange(offer === 'set')
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-56 gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <bdi className="text-sm font-medium">{label}</bdi>
          {state ? <StatusBadge variant={tones[state]}>{text(`state.${kind}.${state}`)}</StatusBadge> : null}
        </div>
        {state === 'elsewhere' && url ? (
          <code dir="ltr" className="font-mono text-xs text-muted-foreground [overflow-wrap:anywhere]">
            {url}
          </code>
        ) : null}
        {problem ? (
          <p className="text-[0.8125rem] text-muted-foreground">
            {t(`channel_whatsapp.problem.${problem.code}.reason`, problem.message)}
          </p>
        ) : null}
      </div>
      {offer ? (
        <Button
          variant="outline"
          size="sm"
          onClick={() => void change()}
          disabled={isBusy}
          aria-label={`${words}: ${label}`}
        >
          {words}
        </Button>
      ) : null}
      {ConfirmDialogElement}
    </li>
  )
}
