import ts from 'typescript';

// Small faults, made in the syntax tree of one file, all at once: each is asked for by its number while the tests run, so
// that the file is read once and not a thousand times.

export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** What was done: `condition`, `comparison`, … */
  readonly fault: string;
  readonly from: string;
  readonly to: string;
  /** It sits in what runs when the file is loaded, and not in a function. */
  readonly atLoad: boolean;
}

export interface Instrumented {
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

type Fault = readonly [fault: string, to: string];

/**
 * The same program with a switch at every place where a fault can be made: `$m(id)` says whether that one is on. Loops
 * count their rounds by `$t()`, so that a fault which never ends is found out.
 * @param firstId the number of this file's first mutant
 */
export function instrument(file: string, source: string, firstId: number): Instrumented {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];

  function plain(node: ts.Node): string {
    return source.slice(node.getStart(tree), node.end);
  }

  function switches(node: ts.Node, faults: readonly Fault[], text: string): string {
    return faults.reduceRight((rest, [fault, to]) => {
      const id = firstId + mutants.length;
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      mutants.push({ id, file, line: line + 1, fault, from: short(plain(node)), to: short(to), atLoad: isAtLoad(node) });
      return `($m(${id})?(${to}):(${rest}))`;
    }, text);
  }

  /** The text of a node with the switches of everything in it. */
  function inside(node: ts.Node): string {
    let text = '';
    let from = node.getStart(tree);
    node.forEachChild((child) => {
      // Brackets of their own kind would follow; only what has a width of its own can be changed.
      text += source.slice(from, child.getStart(tree)) + written(child);
      from = child.end;
    });
    return text + source.slice(from, node.end);
  }

  function written(node: ts.Node): string {
    if (isLeftAlone(node)) return plain(node);
    if (ts.isExpressionStatement(node)) {
      const id = firstId + mutants.length;
      mutants.push(removed(node, id));
      return `if(!$m(${id})){${inside(node)}}`;
    }
    const text = isLoopCondition(node) ? `($t()&&(${inside(node)}))` : inside(node);
    return switches(node, faultsOf(node, plain), text);
  }

  function removed(node: ts.Node, id: number): Mutant {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    return { id, file, line: line + 1, fault: 'statement', from: short(plain(node)), to: '', atLoad: isAtLoad(node) };
  }

  const text = tree.statements.map((statement) => written(statement)).join('\n');
  return { text, mutants };
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 67)}...` : line;
}

function isAtLoad(node: ts.Node): boolean {
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) if (ts.isFunctionLike(outer)) return false;
  return true;
}

/** Types, imports, names, and what the type checker proves is never reached. */
function isLeftAlone(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node)) return true;
  if (ts.isDefaultClause(node) && node.getText().includes('satisfies never')) return true;
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

function isLoopCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === node;
  return ts.isForStatement(parent) && parent.condition === node;
}

function faultsOf(node: ts.Node, plain: (node: ts.Node) => string): Fault[] {
  const faults = [...ofCondition(node, plain), ...ofReturn(node)];
  if (ts.isBinaryExpression(node)) faults.push(...ofBinary(node, plain));
  if (ts.isPrefixUnaryExpression(node)) faults.push(...ofUnary(node, plain));
  if (ts.isCallExpression(node)) faults.push(...ofCall(node, plain));
  if (ts.isArrayLiteralExpression(node)) faults.push(...ofArray(node, plain));
  if (ts.isObjectLiteralExpression(node) && node.properties.length > 0) faults.push(['object', '{}']);
  if (node.kind === ts.SyntaxKind.TrueKeyword) faults.push(['boolean', 'false']);
  if (node.kind === ts.SyntaxKind.FalseKeyword) faults.push(['boolean', 'true']);
  if (ts.isStringLiteral(node)) faults.push(['string', node.text === '' ? "'mutant'" : "''"]);
  if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) faults.push(['string', "''"]);
  if (ts.isNumericLiteral(node)) faults.push(['number', `${Number(node.text.replaceAll('_', '')) + 1}`]);
  return faults;
}

/** What is asked is always so, or never. */
function ofCondition(node: ts.Node, plain: (node: ts.Node) => string): Fault[] {
  const { parent } = node;
  const asked =
    (ts.isIfStatement(parent) && parent.expression === node) || (ts.isConditionalExpression(parent) && parent.condition === node);
  if (asked)
    return [
      ['condition', 'true'],
      ['condition', 'false'],
    ];
  return isLoopCondition(node) && plain(node) !== 'false' ? [['condition', 'false']] : [];
}

/** A function gives nothing back. */
function ofReturn(node: ts.Node): Fault[] {
  const { parent } = node;
  if (!(ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node && !ts.isBlock(node)))) return [];
  return node.kind === ts.SyntaxKind.NullKeyword || ts.isSatisfiesExpression(node) ? [] : [['return', 'undefined']];
}

const exchanged: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [ts.SyntaxKind.LessThanToken]: ['<=', '>='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [ts.SyntaxKind.BarBarToken]: ['&&'],
  [ts.SyntaxKind.PlusToken]: ['-'],
  [ts.SyntaxKind.MinusToken]: ['+'],
  [ts.SyntaxKind.AsteriskToken]: ['/'],
  [ts.SyntaxKind.SlashToken]: ['*'],
  [ts.SyntaxKind.PercentToken]: ['*'],
  [ts.SyntaxKind.PlusEqualsToken]: ['-='],
  [ts.SyntaxKind.MinusEqualsToken]: ['+='],
};

function ofBinary(node: ts.BinaryExpression, plain: (node: ts.Node) => string): Fault[] {
  const [left, right] = [plain(node.left), plain(node.right)];
  if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return [
      ['fallback', left],
      ['fallback', right],
    ];
  const signs = exchanged[node.operatorToken.kind] ?? [];
  return signs.map((sign) => ['operator', `(${left}) ${sign} (${right})`.replace(/^\((\w+)\) ([-+]=)/, '$1 $2')]);
}

function ofUnary(node: ts.PrefixUnaryExpression, plain: (node: ts.Node) => string): Fault[] {
  const signed = node.operator === ts.SyntaxKind.ExclamationToken || node.operator === ts.SyntaxKind.MinusToken;
  return signed ? [['sign', plain(node.operand)]] : [];
}

const otherCalls: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  max: 'min',
  min: 'max',
  add: 'subtract',
  subtract: 'add',
};
const withoutCall: readonly string[] = ['filter', 'sort', 'toSorted', 'reverse', 'slice', 'trim'];

function ofCall(node: ts.CallExpression, plain: (node: ts.Node) => string): Fault[] {
  if (!ts.isPropertyAccessExpression(node.expression) || node.flags & ts.NodeFlags.OptionalChain) return [];
  const name = node.expression.name.text;
  const receiver = plain(node.expression.expression);
  const given = node.arguments.map((argument) => plain(argument)).join(', ');
  if (Object.hasOwn(otherCalls, name)) return [['call', `${receiver}.${otherCalls[name]}(${given})`]];
  return withoutCall.includes(name) ? [['call', receiver]] : [];
}

/** Nothing of it, and all but one of it. */
function ofArray(node: ts.ArrayLiteralExpression, plain: (node: ts.Node) => string): Fault[] {
  const texts = node.elements.map((element) => plain(element));
  if (texts.length === 0) return [];
  const without =
    texts.length === 1 ? [] : texts.map((_, index): Fault => ['element', `[${texts.filter((_one, other) => other !== index).join(', ')}]`]);
  return [['array', '[]'], ...without];
}
