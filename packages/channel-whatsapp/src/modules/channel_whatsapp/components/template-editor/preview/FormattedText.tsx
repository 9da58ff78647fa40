import { readMarks, type TextNode } from './formatted-text.ts'

/** A text with its marks read, as the phone shows it. */
export function FormattedText({ text }: { text: string }) {
  return <Nodes nodes={readMarks(text)} />
}

function Nodes({ nodes }: { nodes: TextNode[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no names and no state
  return nodes.map((node, index) => <Node key={index} node={node} />)
}

function Node({ node }: { node: TextNode }) {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'link':
      return <span className="text-[#006d92] underline">{node.text}</span>
    case 'gap':
      return <mark className="rounded bg-[#fdebc1] px-0.5 text-[#6b4e00]">{node.text}</mark>
    case 'mono':
      return <code className="font-mono text-[0.9em]">{node.text}</code>
    case 'bold':
      return (
        <strong className="font-semibold">
          <Nodes nodes={node.inside} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Nodes nodes={node.inside} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.inside} />
        </s>
      )
  }
}
