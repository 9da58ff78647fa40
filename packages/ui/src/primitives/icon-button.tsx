import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn.tsx'

const iconButtonVariants = cva(
  'inline-flex shrink-0 items-center justify-center rounded-md transition-colors disabled:opacity-50 [&_svg]:shrink-0 [&_svg:not([class*=size-])]:size-4',
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-foreground hover:bg-primary-hover',
        destructive: 'bg-destructive text-destructive-foreground hover:brightness-95',
        outline: 'border bg-card text-foreground shadow-xs hover:bg-accent',
        ghost: 'text-muted-foreground hover:bg-accent hover:text-foreground',
        white: 'bg-card text-foreground hover:bg-accent',
        modifiable: '',
      },
      size: {
        xs: 'size-7',
        sm: 'size-11 md:size-8',
        default: 'size-11 md:size-9',
        lg: 'size-11',
      },
      fullRadius: { true: 'rounded-full', false: '' },
    },
    defaultVariants: { variant: 'ghost', size: 'default', fullRadius: false },
  },
)

type IconButtonProps = ComponentProps<'button'> &
  VariantProps<typeof iconButtonVariants> & { asChild?: boolean }

/** A button that shows an icon only; give it an `aria-label`. */
export function IconButton({
  className,
  variant,
  size,
  fullRadius,
  asChild,
  type,
  ...props
}: IconButtonProps) {
  const classes = cn(iconButtonVariants({ variant, size, fullRadius }), className)
  if (asChild) return <Slot.Root className={classes} {...props} />
  return <button type={type ?? 'button'} className={classes} {...props} />
}
