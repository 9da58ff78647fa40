import ts from 'typescript'

/** One import, re-export, `import()` or `import('…').Name` of a source file. */
export type Import = {
  specifier: string
  line: number
  /** What is taken from it; `*` stands for the whole namespace. Empty for an import() whose result is used as it is. */
  names: { name: string; typeOnly: boolean }[]
}

/** Everything a TypeScript source text imports, type-only imports included, in the order of the text. */
export function importsOf(path: string, text: string): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const add = (node: ts.Node, specifier: string, names: Import['names']) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    found.push({ specifier, line, names })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node))
      add(node, literal(node.moduleSpecifier), importedNames(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node, literal(node.moduleSpecifier), reexportedNames(node))
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, literal(node.arguments[0]), [])
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, literal(node.argument.literal), qualifiedName(node))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function literal(node: ts.Node | undefined): string {
  return node && ts.isStringLiteralLike(node) ? node.text : '(computed)'
}

function importedNames(clause: ts.ImportClause | undefined): Import['names'] {
  if (!clause) return []
  const typeOnly = clause.isTypeOnly
  const names: Import['names'] = clause.name ? [{ name: 'default', typeOnly }] : []
  const bindings = clause.namedBindings
  if (bindings && ts.isNamespaceImport(bindings)) names.push({ name: '*', typeOnly })
  if (bindings && ts.isNamedImports(bindings)) {
    for (const element of bindings.elements) {
      names.push({
        name: (element.propertyName ?? element.name).text,
        typeOnly: typeOnly || element.isTypeOnly,
      })
    }
  }
  return names
}

function reexportedNames(node: ts.ExportDeclaration): Import['names'] {
  const clause = node.exportClause
  if (!clause || !ts.isNamedExports(clause)) return [{ name: '*', typeOnly: node.isTypeOnly }]
  return clause.elements.map((element) => ({
    name: (element.propertyName ?? element.name).text,
    typeOnly: node.isTypeOnly || element.isTypeOnly,
  }))
}

function qualifiedName(node: ts.ImportTypeNode): Import['names'] {
  let name = node.qualifier
  while (name && ts.isQualifiedName(name)) name = name.left
  return [{ name: name ? name.text : '*', typeOnly: true }]
}
