import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { CustomerSearchView, PhoneCaseView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, text } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { OpenedCase } from './api-cases.controller.js';
import { PhoneCaseBody } from './opening.inputs.js';
import { PhoneCases } from './phone-cases.service.js';

class CustomerQuery extends dto(z.object({ query: text(128, 2) })) {}

const PhoneCase = view(
  'PhoneCase',
  z.object({ ...OpenedCase.shape, lookupCode: z.string() }) satisfies z.ZodType<PhoneCaseView>,
);
const CustomerSearchAnswer = view(
  'CustomerSearch',
  z.object({
    items: z.array(
      z.object({
        customerId: z.uuid(),
        name: z.string(),
        identified: z.boolean(),
        externalId: z.string().optional(),
        shopName: z.string().optional(),
        siteName: z.string(),
        contactPoints: z.array(z.string()),
        openCases: z.int(),
      }),
    ),
    sites: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }) satisfies z.ZodType<CustomerSearchView>,
);

/** For somebody on the phone. */
@ApiTags('tickets')
@Controller('api')
export class PhoneCasesController {
  constructor(private readonly cases: PhoneCases) {}

  /** By phone number, mail address or the host's own id, whole; or by how a name begins. */
  @Get('customers')
  @Answers(200, CustomerSearchAnswer, 'too_many_requests')
  find(@CurrentStaff() staff: StaffPrincipal, @Query() { query }: CustomerQuery): Promise<CustomerSearchView> {
    return this.cases.find(staff, query);
  }

  /** Sent again with the same `requestId` it is answered alike and opens none. */
  @Post('tickets')
  @Answers(201, PhoneCase, 'not_found', 'idempotency_key_reused')
  open(@CurrentStaff() staff: StaffPrincipal, @Body() body: PhoneCaseBody): Promise<PhoneCaseView> {
    return this.cases.open(staff, body);
  }
}
