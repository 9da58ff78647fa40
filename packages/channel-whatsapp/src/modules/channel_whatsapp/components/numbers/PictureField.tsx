import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { ImageUp, Store } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { problemText } from '../problemText.ts'
import { ChosenPicture } from './ChosenPicture.tsx'
import { addressOf, type NumberProps, useSavePicture } from './useNumber.ts'

/** The picture of a number. A chosen one is seen first as customers will see it, and saved on its own. */
export function PictureField({ pictureUrl, ...of }: NumberProps & { pictureUrl: string | null }) {
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.numbers.picture.${key}`)
  const save = useSavePicture(of)
  const input = useRef<HTMLInputElement>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [chosen, setChosen] = useState<File | null>(null)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (!file) return
    save.reset()
    setChosen(file)
  }
  const keep = (file: File) =>
    save.mutate(file, {
      onSuccess: () => {
        setChosen(null)
        flash(text('done'), 'success')
      },
    })
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center gap-4">
        {chosen ? (
          <ChosenPicture file={chosen} />
        ) : pictureUrl && failed !== pictureUrl ? (
          <img
            // Meta gives a new picture a new address, so it is told from the one before it.
            src={`/api/channel_whatsapp${addressOf(of)}/profile/picture?of=${encodeURIComponent(pictureUrl)}`}
            alt={text('alt')}
            onError={() => setFailed(pictureUrl)}
            className="size-14 rounded-full bg-muted object-cover"
          />
        ) : (
          <span className="flex size-14 items-center justify-center rounded-full bg-accent text-muted-foreground">
            <Store aria-hidden="true" className="size-6" />
          </span>
        )}
        {chosen ? null : (
          <div className="grid min-w-0 flex-1 basis-48 gap-0.5 text-sm">
            <p>{pictureUrl ? text('alt') : text('none')}</p>
            <p className="text-[0.8125rem] text-muted-foreground">{text('about')}</p>
          </div>
        )}
        {chosen ? (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => keep(chosen)} disabled={save.isPending}>
              {save.isPending ? <Spinner size="sm" /> : null}
              {text('save')}
            </Button>
            <Button variant="outline" onClick={() => setChosen(null)} disabled={save.isPending}>
              {t('channel_whatsapp.cancel')}
            </Button>
          </div>
        ) : (
          <Button variant="outline" onClick={() => input.current?.click()}>
            <ImageUp />
            {text('choose')}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png"
          onChange={choose}
          className="hidden"
          aria-label={text('choose')}
        />
      </div>
      {save.isError ? (
        <Alert status="error">{problemText(t, save.error, t('channel_whatsapp.numbers.failed'))}</Alert>
      ) : null}
    </section>
  )
}
