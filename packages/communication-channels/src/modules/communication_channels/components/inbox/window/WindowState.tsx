import type { WindowView } from '../../../lib/conversations/window-view.ts'
import { windowPhase } from '../model/windowPhase.ts'
import { FreeEntryChip } from './FreeEntryChip.tsx'
import { OpenedBy } from './OpenedBy.tsx'
import { WindowBadge } from './WindowBadge.tsx'

type WindowStateProps = { window: WindowView; now: number; onShowMessage: (messageId: string) => void }

/** How long one may still answer freely and since when, and until when for nothing. */
export function WindowState({ window, now, onShowMessage }: WindowStateProps) {
  const { phase } = windowPhase(window, now)
  const openedBy = phase === 'open' || phase === 'closing' ? window.openedBy : null
  return (
    <div className="flex w-full min-w-0 flex-wrap items-center gap-x-2 gap-y-1 md:w-auto md:max-w-80 md:flex-col md:flex-nowrap md:items-end">
      <FreeEntryChip freeEntry={window.freeEntry} now={now} />
      <WindowBadge
        window={window}
        now={now}
        // Narrow screens have no room for it in the header.
        more={(leave) =>
          openedBy ? (
            <OpenedBy
              openedBy={openedBy}
              onShow={(messageId) => {
                leave()
                onShowMessage(messageId)
              }}
            />
          ) : null
        }
      />
      {openedBy ? (
        <div className="hidden max-w-full md:flex">
          <OpenedBy openedBy={openedBy} onShow={onShowMessage} />
        </div>
      ) : null}
    </div>
  )
}
