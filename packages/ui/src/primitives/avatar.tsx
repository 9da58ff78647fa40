import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.tsx'

export type AvatarProps = ComponentProps<'span'> & {
  label: string
  src?: string
  icon?: ReactNode
  size?: 'xs' | 'sm' | 'md' | 'lg' | 'xl'
  variant?: 'default' | 'monochrome'
}

const sizes = {
  xs: 'size-6 text-[0.625rem]',
  sm: 'size-8 text-xs',
  md: 'size-10 text-sm',
  lg: 'size-12 text-base',
  xl: 'size-16 text-xl',
}

const tints = [
  'bg-status-info-bg text-status-info-text',
  'bg-status-success-bg text-status-success-text',
  'bg-status-warning-bg text-status-warning-text',
  'bg-status-error-bg text-status-error-text',
  'bg-primary-soft text-primary-soft-foreground',
]

function initials(label: string): string {
  const words = label.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? (Array.from(word)[0] ?? '') : ''))
    .join('')
    .toUpperCase()
}

/** The same person keeps the same colour everywhere. */
function tintOf(label: string): string {
  let sum = 0
  for (const character of label) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] ?? tints[0]!
}

/** Decorative: the name stands beside it, so screen readers skip it. */
export function Avatar(props: AvatarProps) {
  const { label, src, icon, size = 'md', variant = 'default', className, ...rest } = props
  return (
    <span
      aria-hidden="true"
      className={cn(
        'inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full font-semibold',
        sizes[size],
        variant === 'monochrome' ? 'bg-secondary text-secondary-foreground' : tintOf(label),
        className,
      )}
      {...rest}
    >
      {src ? <img src={src} alt="" className="size-full object-cover" /> : (icon ?? (initials(label) || '?'))}
    </span>
  )
}
