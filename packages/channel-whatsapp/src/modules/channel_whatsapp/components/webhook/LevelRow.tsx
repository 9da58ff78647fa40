import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Button } from '@open-mercato/ui/primitives/button'
import { StatusBadge, type StatusBadgeVariant } from '@open-mercato/ui/primitives/status-badge'
import { type Level, offerOf } from './webhook.ts'

type LevelRowProps = {
  kind: 'app' | 'account' | 'number'
  /** Of a number. */
  name?: string
  level: Level
  isBusy: boolean
  onChange: (isOn: boolean) => void
}

const tones: Record<NonNullable<Level['state']>, StatusBadgeVariant> = {
  here: 'success',
  elsewhere: 'warning',
  inherited: 'neutral',
  off: 'neutral',
}

export function LevelRow({ kind, name, level, isBusy, onChange }: LevelRowProps) {
  const t = useT()
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const text = (key: string, values: Record<string, string> = {}) =>
    t(`channel_whatsapp.webhook.${key}`, values)
  const { state, url, problem } = level
  const offer = offerOf(kind, state)
  const label = name ?? text(`level.${kind}`)

  /** Whoever gets the deliveries now would not get them any more. */
  const change = async () => {
    if (offer === 'set' && state === 'elsewhere') {
      const isSure = await confirm({
        title: text('replace.title'),
        text: text('replace.text', { url: url ?? '' }),
        confirmText: text('set'),
        cancelText: t('channel_whatsapp.cancel'),
      })
      if (!isSure) return
    }
    onChange(offer === 'set')
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
          aria-label={`${text(offer)}: ${label}`}
        >
          {text(offer)}
        </Button>
      ) : null}
      {ConfirmDialogElement}
    </li>
  )
}
