import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { PUBLIC_ROUTE } from '../http/public.decorator.js';
import { ProblemView } from './problem-view.js';
import { nameOf, reference, viewComponents } from './views.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const SESSION = 'session';

/** The OpenAPI document of all routes that are not excluded from it; the same for the same code. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Porchlight 长明')
    .setDescription('Support desk. Errors are RFC 9457 problems with a stable `code`; times are ISO 8601 in UTC.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'key of a widget session, or of a site' })
    .addCookieAuth('porchlight', { type: 'apiKey', in: 'cookie' }, SESSION)
    .build();
  const document = cleanupOpenApiDoc(
    SwaggerModule.createDocument(app, description, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    }),
  );
  for (const path of Object.values(document.paths))
    for (const method of METHODS) if (path[method]) finish(path[method]);
  document.paths = sorted(document.paths);
  document.components = {
    ...document.components,
    schemas: sorted({ ...document.components?.schemas, ...(viewComponents() as object) }),
  };
  return document;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [PUBLIC_ROUTE]?: boolean };

/** Says once what holds for every operation: who may call it, and what a refusal looks like. */
function finish(operation: Operation): void {
  if (operation[PUBLIC_ROUTE]) delete operation[PUBLIC_ROUTE];
  else operation.security = [{ [SESSION]: [] }];
  operation.responses.default = {
    description: 'any refusal',
    content: { 'application/problem+json': { schema: reference(nameOf(ProblemView)) } },
  };
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));
}
