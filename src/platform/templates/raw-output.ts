import Handlebars from 'handlebars';

/** Refuses `{{{x}}}` and `{{&x}}`: a template has no way of its own to put out HTML. @throws with template and line */
export function refuseRawOutput(name: string, ast: hbs.AST.Program): void {
  const visitor = new Handlebars.Visitor();
  visitor.MustacheStatement = (statement: hbs.AST.MustacheStatement) => {
    if (!statement.escaped) throw new Error(`templates/${name}.hbs:${statement.loc.start.line} puts out raw HTML`);
  };
  visitor.accept(ast);
}
