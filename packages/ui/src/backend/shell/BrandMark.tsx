import { cn } from '../../primitives/cn.tsx'

/** A market stall's awning; a logo keeps its colours in the dark. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn('size-8', className)}>
      <rect width="32" height="32" rx="9" className="fill-[#0f5a6b]" />
      <path d="M7 9h18v6.2a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0z" className="fill-white" />
      <path d="M13 9h6v6.2a3 3 0 0 1-6 0z" className="fill-[#eeb04a]" />
      <path
        d="M9.2 21.4v2.4h13.6v-2.4"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-white"
      />
    </svg>
  )
}
