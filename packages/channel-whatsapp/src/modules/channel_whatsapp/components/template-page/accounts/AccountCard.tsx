import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Button } from '@open-mercato/ui/primitives/button'
import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@open-mercato/ui/primitives/card'
import { RefreshCw, TriangleAlert } from 'lucide-react'
import { problemText } from '../../problemText.ts'
import type { TemplateAccount } from '../data/template.ts'
import { isUnderWay, useSyncNow } from '../data/useTemplateAccounts.ts'
import { InPageLink } from '../parts/InPageLink.tsx'
import { presentStatuses, toneOf } from '../words/status.ts'
import { toneDots } from '../words/toneDots.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { SyncStanding } from './SyncStanding.tsx'
import { UsageBar } from './UsageBar.tsx'

type AccountCardProps = { account: TemplateAccount; mayManage: boolean }

/** One business account: its numbers, how full it is, how its templates stand, and whether it is in step with Meta. */
export function AccountCard({ account, mayManage }: AccountCardProps) {
  const t = useT()
  const say = useSay()
  const sync = useSyncNow()
  const isSyncing = sync.isPending || isUnderWay(account.sync)
  const syncNow = () =>
    sync.mutate(account.connectionId, {
      onError: (error) => flash(problemText(t, error, say('sync.notAsked')), 'error'),
    })
  return (
    <Card className="flex flex-col">
      <CardHeader>
        <CardTitle>
          <bdi>{account.name}</bdi>
        </CardTitle>
        <AccountNumbers numbers={account.numbers} />
        {mayManage ? (
          <CardAction>
            <Button variant="outline" size="sm" onClick={syncNow} disabled={isSyncing}>
              <RefreshCw className={isSyncing ? 'animate-spin motion-reduce:animate-none' : undefined} />
              {say('sync.now')}
            </Button>
          </CardAction>
        ) : null}
      </CardHeader>
      <CardContent className="grid flex-1 grid-cols-1 content-start gap-4">
        <UsageBar usage={account.usage} />
        <StatusCounts account={account} />
        <CategoryWarnings account={account} />
        <div className="mt-auto">
          <SyncStanding sync={account.sync} />
        </div>
      </CardContent>
    </Card>
  )
}

function AccountNumbers({ numbers }: Pick<TemplateAccount, 'numbers'>) {
  const say = useSay()
  if (numbers.length === 0) {
    return <p className="col-start-1 text-sm text-muted-foreground">{say('account.noNumbers')}</p>
  }
  return (
    <ul className="col-start-1 grid text-sm text-muted-foreground">
      {numbers.map(({ channelId, phone, name }) => (
        <li key={channelId} className="[overflow-wrap:anywhere]">
          <bdi className="tabular-nums">{phone}</bdi>
          {name ? (
            <>
              {' · '}
              <bdi>{name}</bdi>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** How many there are of each status; each leads to these alone. */
function StatusCounts({ account }: { account: TemplateAccount }) {
  const say = useSay()
  const format = useFormats()
  const present = presentStatuses(account.byStatus)
  if (present.length === 0) return null
  return (
    <ul className="-mx-1.5 flex flex-wrap gap-x-1 gap-y-0.5">
      {present.map(({ status, count }) => (
        <li key={status}>
          <InPageLink
            change={{ view: null, status, account: account.connectionId }}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-md px-1.5 text-sm hover:bg-accent md:min-h-7"
          >
            <span aria-hidden="true" className={`size-1.5 rounded-full ${toneDots[toneOf(status)]}`} />
            {say(`status.${status}`, {}, status)}
            <span className="font-medium tabular-nums">{format.count(count)}</span>
          </InPageLink>
        </li>
      ))}
    </ul>
  )
}

/** That some will soon cost more, or belong elsewhere as Meta sees it; leads to the one that changes first. */
function CategoryWarnings({
  account: { categoryWarnings, firstCategoryWarning },
}: {
  account: TemplateAccount
}) {
  const say = useSay()
  const format = useFormats()
  if (!firstCategoryWarning) return null
  return (
    <p className="flex items-start gap-1.5 text-[0.8125rem] text-status-warning-text">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {say('account.categoryWarnings', { count: format.count(categoryWarnings) })}{' '}
        <InPageLink
          change={{ template: firstCategoryWarning }}
          className="font-medium underline underline-offset-4"
        >
          {say('account.categoryWarnings.open')}
        </InPageLink>
      </span>
    </p>
  )
}
