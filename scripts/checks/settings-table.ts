import ts from 'typescript'

const variable = /^[A-Z][A-Z0-9_]+$/

/** The environment variables that a settings source names: property keys and `env.NAME` in capitals. */
export function variablesIn(source: string): string[] {
  const found = new Set<string>()
  const visit = (node: ts.Node) => {
    const named = ts.isPropertyAssignment(node) || ts.isPropertyAccessExpression(node) ? node.name : undefined
    if (named && (ts.isIdentifier(named) || ts.isStringLiteral(named)) && variable.test(named.text)) {
      found.add(named.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('settings.ts', source, ts.ScriptTarget.Latest, true))
  return [...found].sort()
}

/** The variables that a Markdown table lists: the first cell of a row is the name as code. */
export function variablesInTable(markdown: string): string[] {
  return [...markdown.matchAll(/^\|\s*`([A-Z][A-Z0-9_]+)`\s*\|/gm)].map(([, name]) => name ?? '').sort()
}
