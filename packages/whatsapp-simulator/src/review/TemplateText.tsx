import type { TemplateButton, TemplateComponent } from '../accounts/template.ts'

/** What the template says, part by part, with its variables as they are. */
export function TemplateText({ components }: { components: TemplateComponent[] }) {
  return (
    <div className="text" dir="auto">
      {components.map((component, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one template never change places
        <Part key={index} component={component} />
      ))}
    </div>
  )
}

function Part({ component }: { component: TemplateComponent }) {
  switch (component.type) {
    case 'HEADER':
      return component.format === 'TEXT' ? (
        <strong>{component.text}</strong>
      ) : (
        <em>[{component.format.toLowerCase()}]</em>
      )
    case 'BODY':
      return <p>{component.text}</p>
    case 'FOOTER':
      return <small>{component.text}</small>
    case 'BUTTONS':
      return <Buttons buttons={component.buttons} />
    case 'CAROUSEL':
      return (
        <>
          {component.cards.map((card) => (
            <TemplateText key={JSON.stringify(card)} components={card.components} />
          ))}
        </>
      )
    case 'LIMITED_TIME_OFFER':
      return <em>{component.limited_time_offer.text}</em>
    default:
      return null
  }
}

function Buttons({ buttons }: { buttons: TemplateButton[] }) {
  return (
    <ul className="buttons">
      {buttons.map((button) => (
        <li key={JSON.stringify(button)}>
          {button.text} <small>{button.type.replaceAll('_', ' ').toLowerCase()}</small>
        </li>
      ))}
    </ul>
  )
}
