import { contactName } from './message-preview.ts'
import { type Payload, parts, say } from './payload.ts'
import { money, productName } from './samples.ts'

const ICONS: Record<string, string> = {
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  video: 'M4 6h11v12H4zM15 10l5-3v10l-5-3',
  audio: 'M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 12a6 6 0 0 0 12 0M12 18v3',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6',
  sticker: 'M4 4h16v10l-6 6H4zM14 20v-6h6',
  location: 'M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.8 7 11 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  product: 'M4 8h16l-1.5 12h-13zM8 8a4 4 0 0 1 8 0',
}

export function Icon({ kind }: { kind: string }) {
  return (
    <svg className="card-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICONS[kind] ?? ICONS.document} />
    </svg>
  )
}

/** A file that this phone never got: its kind and name. */
export function MediaCard({ kind, media }: { kind: string; media: Payload }) {
  const names: Record<string, string> = {
    image: 'Photo',
    video: 'Video',
    audio: media.voice ? 'Voice message' : 'Audio',
    document: 'Document',
    sticker: media.animated ? 'Animated sticker' : 'Sticker',
  }
  const detail = say(media, 'filename') || say(media, 'link') || say(media, 'mime_type')
  return (
    <div className={`card card-${kind}`}>
      <Icon kind={kind} />
      <span className="card-text">
        <strong>{names[kind] ?? kind}</strong>
        {detail && <small>{detail}</small>}
      </span>
    </div>
  )
}

export function LocationCard({ location }: { location: Payload }) {
  const [latitude, longitude] = [say(location, 'latitude'), say(location, 'longitude')]
  return (
    <a
      className="card card-location"
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
      target="_blank"
      rel="noreferrer"
    >
      <span className="map" aria-hidden="true">
        <Icon kind="location" />
      </span>
      <span className="card-text">
        <strong>{say(location, 'name') || 'Location'}</strong>
        <small>{say(location, 'address') || `${latitude}, ${longitude}`}</small>
      </span>
    </a>
  )
}

export function ContactCards({ contacts }: { contacts: Payload[] }) {
  return (
    <ul className="cards">
      {contacts.map((card, index) => {
        const name = contactName(card) || 'Contact'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: cards of one message never change their order
          <li className="card" key={index}>
            <span className="card-initial" aria-hidden="true">
              {name[0]}
            </span>
            <span className="card-text">
              <strong>{name}</strong>
              {parts(card, 'phones').map((phone) => (
                <small key={say(phone, 'phone')}>{say(phone, 'phone')}</small>
              ))}
              {parts(card, 'emails').map((email) => (
                <small key={say(email, 'email')}>{say(email, 'email')}</small>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

export function OrderCard({ order }: { order: Payload }) {
  const lines = parts(order, 'product_items')
  const currency = say(lines[0] ?? {}, 'currency') || 'EUR'
  const amount = (line: Payload) => Number(say(line, 'item_price')) * Number(say(line, 'quantity'))
  return (
    <div className="order">
      <strong>Cart</strong>
      <ul>
        {lines.map((line) => (
          <li key={say(line, 'product_retailer_id')}>
            <span>
              {say(line, 'quantity')} × {productName(say(line, 'product_retailer_id'))}
            </span>
            <span>{money(amount(line), currency)}</span>
          </li>
        ))}
      </ul>
      <p className="cart-total">
        <span>Total</span>
        <strong>
          {money(
            lines.reduce((sum, line) => sum + amount(line), 0),
            currency,
          )}
        </strong>
      </p>
      {say(order, 'text') && <p className="bubble-text">{say(order, 'text')}</p>}
    </div>
  )
}

export function ProductCard({ id }: { id: string }) {
  return (
    <div className="card">
      <Icon kind="product" />
      <span className="card-text">
        <strong>{productName(id)}</strong>
        <small>{id}</small>
      </span>
    </div>
  )
}
