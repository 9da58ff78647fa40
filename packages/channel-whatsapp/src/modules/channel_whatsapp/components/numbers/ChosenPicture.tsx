import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type SyntheticEvent, useEffect, useState } from 'react'

/** A chosen picture in the circle that customers will see, and what that cuts off. */
export function ChosenPicture({ file }: { file: File }) {
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.numbers.picture.${key}`)
  const [address, setAddress] = useState<string>()
  const [isSquare, setIsSquare] = useState(true)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  const measure = ({ currentTarget }: SyntheticEvent<HTMLImageElement>) =>
    setIsSquare(currentTarget.naturalWidth === currentTarget.naturalHeight)
  return (
    <>
      <img
        src={address}
        alt={text('preview')}
        onLoad={measure}
        className="size-20 rounded-full bg-muted object-cover"
      />
      <div className="grid min-w-0 flex-1 basis-48 gap-0.5 text-sm">
        <p>{text('preview')}</p>
        <p className="text-[0.8125rem] text-muted-foreground">
          {isSquare ? null : `${text('notSquare')} `}
          {text('ownSave')}
        </p>
      </div>
    </>
  )
}
