import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { Plug } from 'lucide-react'
import type { useTemplateAccounts } from '../data/useTemplateAccounts.ts'
import { NotRead } from '../parts/NotRead.tsx'
import { useSay } from '../words/useSay.ts'
import { AccountCard } from './AccountCard.tsx'

type AccountCardsProps = { accounts: ReturnType<typeof useTemplateAccounts>; mayManage: boolean }

/** The business accounts side by side. */
export function AccountCards({ accounts, mayManage }: AccountCardsProps) {
  const say = useSay()
  if (accounts.isPending) {
    return (
      <div role="status" className="grid gap-4 sm:grid-cols-2">
        <span className="sr-only">{say('account.loading')}</span>
        <Skeleton className="h-52" />
        <Skeleton className="hidden h-52 sm:block" />
      </div>
    )
  }
  if (accounts.isError && !accounts.data) {
    return <NotRead label={say('account.failed')} error={accounts.error} onRetry={accounts.refetch} />
  }
  if (accounts.data?.length === 0) {
    return (
      <EmptyState
        icon={<Plug />}
        title={say('account.none.title')}
        description={say('account.none.description')}
        actions={
          <Button asChild variant="outline">
            <a href="/backend/integrations/channel_whatsapp?tab=connections">{say('account.connect')}</a>
          </Button>
        }
      />
    )
  }
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-[repeat(auto-fit,minmax(20rem,1fr))]">
      {accounts.data?.map((account) => (
        <li key={account.connectionId} className="grid min-w-0 grid-cols-1">
          <AccountCard account={account} mayManage={mayManage} />
        </li>
      ))}
    </ul>
  )
}
