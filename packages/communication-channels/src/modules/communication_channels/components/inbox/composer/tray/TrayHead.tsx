import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import type { Tray } from '../../data/tray/createTray.ts'
import { goesByItself, type TrayItem } from '../../model/trayItem.ts'
import { uploadedShare } from '../../model/uploadedShare.ts'

type TrayHeadProps = { tray: Tray; items: TrayItem[]; returnFocus: () => void }

/** How many files there are and how far all of them are, which a full tray does not show at once. */
export function TrayHead({ tray, items, returnFocus }: TrayHeadProps) {
  const t = useT()
  const say = (key: string, values?: Record<string, number>) =>
    t(`communication_channels.inbox.tray.${key}`, values)
  const share = uploadedShare(items)
  const percent = share === null ? null : Math.round(share * 100)
  const removeAll = () => {
    tray.removeAll(items.filter((item) => !goesByItself(item)).map(({ key }) => key))
    returnFocus()
  }
  return (
    <div className="flex items-center gap-3 pb-1.5 text-[0.8125rem]">
      <p className="shrink-0 font-medium tabular-nums">{say('count', { count: items.length })}</p>
      {percent === null ? null : (
        <div
          role="progressbar"
          aria-label={say('progressAll')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-full bg-foreground/10"
        >
          <div
            className="h-full rounded-full bg-primary transition-[width]"
            style={{ width: `${percent}%` }}
          />
        </div>
      )}
      <Button variant="ghost" size="2xs" className="ms-auto" onClick={removeAll}>
        {say('removeAll')}
      </Button>
    </div>
  )
}
