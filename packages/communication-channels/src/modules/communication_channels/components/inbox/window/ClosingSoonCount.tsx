const MOST = 99

/** How many conversations close soon, on the button that shows them. */
export function ClosingSoonCount({ count }: { count: number }) {
  return (
    <span className="ms-1.5 inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-status-warning-bg px-1 text-[0.6875rem] font-semibold tabular-nums text-status-warning-text">
      {count > MOST ? `${MOST}+` : count}
    </span>
  )
}
