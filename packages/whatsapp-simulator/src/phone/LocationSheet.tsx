import { type FormEvent, useState } from 'react'
import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { Sheet } from './Sheet.tsx'
import { PLACES } from './samples.ts'

type Place = { name: string; address: string; latitude: number; longitude: number }

export function LocationSheet(props: { context?: Message | undefined; onClose: () => void }) {
  const { context, onClose } = props
  const { send } = useChatActs()
  const [place, setPlace] = useState<Place>(PLACES[0])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const location = {
      latitude: Number(form.get('latitude')),
      longitude: Number(form.get('longitude')),
      ...(form.get('name') ? { name: String(form.get('name')) } : {}),
      ...(form.get('address') ? { address: String(form.get('address')) } : {}),
    }
    if (await send({ type: 'location', location }, context)) onClose()
  }

  return (
    <Sheet title="Send a location" onClose={onClose}>
      <fieldset className="chips">
        <legend className="visually-hidden">Sample places</legend>
        {PLACES.map((sample) => (
          <button
            key={sample.name}
            type="button"
            aria-pressed={sample.name === place.name}
            onClick={() => setPlace(sample)}
          >
            {sample.name}
          </button>
        ))}
      </fieldset>
      <form className="sheet-form" key={place.name} onSubmit={submit}>
        <label>
          Name
          <input name="name" defaultValue={place.name} maxLength={200} />
        </label>
        <label>
          Address
          <input name="address" defaultValue={place.address} maxLength={300} />
        </label>
        <div className="row">
          <label>
            Latitude
            <input
              name="latitude"
              type="number"
              step="any"
              min={-90}
              max={90}
              required
              defaultValue={place.latitude}
            />
          </label>
          <label>
            Longitude
            <input
              name="longitude"
              type="number"
              step="any"
              min={-180}
              max={180}
              required
              defaultValue={place.longitude}
            />
          </label>
        </div>
        <button type="submit" className="primary">
          Send location
        </button>
      </form>
    </Sheet>
  )
}
