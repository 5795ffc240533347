import ts from 'typescript';

/** A line of source that does what only one file may do. */
export interface Finding {
  readonly rule: 'reads-the-time' | 'reads-the-environment' | 'acts-when-loaded';
  readonly line: number;
}

/**
 * What import rules cannot see: reading the time, reading the environment, and doing something while being loaded.
 * Looks at the syntax alone: a clock hidden behind an alias or a computed name is not found.
 */
export function sourceFindings(text: string): readonly Finding[] {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];
  function add(rule: Finding['rule'], node: ts.Node): void {
    findings.push({ rule, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1 });
  }
  function visit(node: ts.Node): void {
    if (readsTheTime(node)) add('reads-the-time', node);
    if (readsTheEnvironment(node)) add('reads-the-environment', node);
    ts.forEachChild(node, visit);
  }
  visit(file);
  for (const statement of file.statements) if (!onlyDeclares(statement)) add('acts-when-loaded', statement);
  return findings;
}

function readsTheTime(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return true;
  const path = pathOf(node);
  return path === 'Date.now' || path === 'Temporal.Now' || path === 'performance.timeOrigin';
}

function readsTheEnvironment(node: ts.Node): boolean {
  if (pathOf(node) === 'process.env') return true;
  const name = ts.isImportSpecifier(node) ? (node.propertyName ?? node.name).getText() : '';
  const imported = ts.isImportSpecifier(node) && /^(?:node:)?process$/.test(moduleOf(node));
  return (imported && name === 'env') || (ts.isCallExpression(node) && pathOf(node.expression) === 'process.loadEnvFile');
}

function pathOf(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return node.getText().replace(/^globalThis\./, '');
  const computed = ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression);
  return computed ? `${node.expression.getText()}.${node.argumentExpression.text}` : '';
}

function moduleOf(node: ts.ImportSpecifier): string {
  const { moduleSpecifier } = node.parent.parent.parent;
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
}

/** Declarations may compute constants; a statement on its own does something. */
function onlyDeclares(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isModuleDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    (ts.isVariableStatement(statement) && !containsAwait(statement))
  );
}

function containsAwait(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  return ts.isAwaitExpression(node) || (ts.forEachChild(node, (child) => containsAwait(child) || undefined) ?? false);
}
