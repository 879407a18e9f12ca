import ts from 'typescript';
import { importViolation, roomOf } from './imports.js';

export interface Violation {
  /** file:line */
  at: string;
  rule: string;
}

/** SQL that asks the clock itself. desk_now() passes: the underscore is part of its word. */
const SQL_CLOCK =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;

/**
 * All breaches of the house rules in one file.
 * @param file relative to the repository, with forward slashes
 */
export function findViolations(file: string, text: string): Violation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Violation[] = [];
  const visit = (node: ts.Node) => {
    for (const rule of brokenRules(file, node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ at: `${file}:${line + 1}`, rule });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function* brokenRules(file: string, node: ts.Node): Iterable<string> {
  const room = file.startsWith('src/') ? roomOf(file) : 'migrations';
  const test = file.includes('.spec.');
  const specifier = importedModule(node);
  if (specifier !== undefined && room !== 'migrations') {
    const problem = importViolation(file, specifier);
    if (problem) yield problem;
  }
  if (room === 'browser' || room === 'cli') return;
  if (ts.isIdentifier(node) && node.text === 'forwardRef') yield 'forwardRef hides a cycle: send an event instead';
  if (ts.isDecorator(node) && decoratorName(node) === 'Global' && room !== 'platform') yield '@Global outside platform';
  if (asksCodeClock(node) && !file.startsWith('src/platform/clock/') && !test) yield 'ask platform/clock for the time';
  if (asksDatabaseClock(node)) yield 'SQL asks desk_now() for the time';
  // What main.ts does before there is a config, and therefore a logger, it does by itself.
  if (room === 'main') return;
  if (isMemberOf(node, 'console')) yield 'log by platform/logger, not console';
  if (isMemberOf(node, 'process', 'env') && room !== 'config' && !test)
    yield 'the environment is read in config.ts alone';
}

function importedModule(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return (node.moduleSpecifier as ts.StringLiteral).text;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return node.argument.literal.text;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [argument] = node.arguments;
  const imports =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  return imports && argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}

function decoratorName(node: ts.Decorator): string {
  const expression = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
  return ts.isIdentifier(expression) ? expression.text : '';
}

/** Date.now, also handed on uncalled; Date(); new Date without a time. */
function asksCodeClock(node: ts.Node): boolean {
  const isDate = (expression: ts.Expression) => ts.isIdentifier(expression) && expression.text === 'Date';
  if (ts.isPropertyAccessExpression(node)) return isDate(node.expression) && node.name.text === 'now';
  if (ts.isNewExpression(node)) return isDate(node.expression) && !node.arguments?.length;
  return ts.isCallExpression(node) && isDate(node.expression);
}

function asksDatabaseClock(node: ts.Node): boolean {
  // TypeORM fills these columns by now().
  if (ts.isDecorator(node)) return ['CreateDateColumn', 'UpdateDateColumn'].includes(decoratorName(node));
  const text = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node.getText() : '';
  return SQL_CLOCK.test(text) && !/FUNCTION (public\.)?desk_now\b/i.test(text);
}

function isMemberOf(node: ts.Node, object: string, member?: string): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === object &&
    (member === undefined || node.name.text === member)
  );
}
