import { type FormEvent, useState } from 'react'
import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { Sheet } from './Sheet.tsx'
import { CATALOG_ID, CURRENCY, money, PRODUCTS } from './samples.ts'

// Meta's own bound of one line in a cart.
const MOST_OF_ONE = 99

export function CartSheet(props: { context?: Message | undefined; onClose: () => void }) {
  const { context, onClose } = props
  const { send } = useChatActs()
  const [quantities, setQuantities] = useState<Record<string, number>>({ [PRODUCTS[0].id]: 1 })
  const [prices, setPrices] = useState<Record<string, number>>({})
  const [note, setNote] = useState('')
  const lines = PRODUCTS.map((product) => ({
    ...product,
    price: prices[product.id] ?? product.price,
    quantity: quantities[product.id] ?? 0,
  }))
  const chosen = lines.filter((line) => line.quantity > 0)
  const total = chosen.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const setQuantity = (id: string, quantity: number) =>
    setQuantities({ ...quantities, [id]: Math.min(MOST_OF_ONE, Math.max(0, Math.round(quantity) || 0)) })

  async function submit(event: FormEvent) {
    event.preventDefault()
    const product_items = chosen.map((line) => ({
      product_retailer_id: line.id,
      quantity: line.quantity,
      item_price: line.price,
      currency: CURRENCY,
    }))
    const order = { catalog_id: CATALOG_ID, text: note, product_items }
    if (await send({ type: 'order', order }, context)) onClose()
  }

  return (
    <Sheet title="Fill a cart" onClose={onClose}>
      <form className="sheet-form" onSubmit={submit}>
        <ul className="cart-lines">
          {lines.map((line) => (
            <li key={line.id}>
              <span className="cart-name">{line.name}</span>
              <label className="cart-price">
                <span className="visually-hidden">Price of {line.name} in</span> {CURRENCY}
                <input
                  type="number"
                  min={0}
                  step="0.01"
                  value={line.price}
                  onChange={(event) => setPrices({ ...prices, [line.id]: Number(event.target.value) })}
                />
              </label>
              <span className="stepper">
                <button
                  type="button"
                  aria-label={`One ${line.name} less`}
                  disabled={line.quantity === 0}
                  onClick={() => setQuantity(line.id, line.quantity - 1)}
                >
                  −
                </button>
                <input
                  aria-label={`Quantity of ${line.name}`}
                  inputMode="numeric"
                  value={line.quantity}
                  onChange={(event) => setQuantity(line.id, Number(event.target.value))}
                />
                <button
                  type="button"
                  aria-label={`One ${line.name} more`}
                  onClick={() => setQuantity(line.id, line.quantity + 1)}
                >
                  +
                </button>
              </span>
            </li>
          ))}
        </ul>
        <label>
          Note to the business
          <input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </label>
        <p className="cart-total">
          <span>Total</span>
          <strong>{money(total, CURRENCY)}</strong>
        </p>
        <button type="submit" className="primary" disabled={chosen.length === 0}>
          Send cart
        </button>
      </form>
    </Sheet>
  )
}
