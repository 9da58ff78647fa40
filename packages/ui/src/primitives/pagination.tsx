import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from './icon-button.tsx'

type PaginationProps = {
  page: number
  pageSize: number
  total: number
  onPageChange: (page: number) => void
}

export function Pagination({ page, pageSize, total, onPageChange }: PaginationProps) {
  const t = useT()
  const lastPage = Math.max(1, Math.ceil(total / pageSize))
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, total)
  return (
    <nav
      aria-label={t('ui.pagination.label', 'Pages')}
      className="flex items-center justify-between gap-3 px-4 py-2 text-[0.8125rem] text-muted-foreground"
    >
      <span className="tabular-nums">
        {t('ui.pagination.range', '{from}–{to} of {total}', { from, to, total })}
      </span>
      <span className="flex gap-1">
        <IconButton
          size="sm"
          disabled={page <= 1}
          onClick={() => onPageChange(page - 1)}
          aria-label={t('ui.pagination.previous', 'Previous page')}
        >
          <ChevronLeft />
        </IconButton>
        <IconButton
          size="sm"
          disabled={page >= lastPage}
          onClick={() => onPageChange(page + 1)}
          aria-label={t('ui.pagination.next', 'Next page')}
        >
          <ChevronRight />
        </IconButton>
      </span>
    </nav>
  )
}
