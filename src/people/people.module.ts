import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditController } from './audit/audit.controller.js';
import { ContextProvider } from './context/context-provider.service.js';
import { CustomerSessions } from './customers/customer-sessions.service.js';
import { Customers } from './customers/customers.service.js';
import { Identities } from './customers/identities.service.js';
import { Steps } from './customers/steps.service.js';
import { Pruning } from './sessions/pruning.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { StaffGuard } from './sessions/staff.guard.js';
import { StaffSessions } from './sessions/staff-sessions.service.js';
import { Sightings } from './sites/sightings.service.js';
import { SiteAdmin } from './sites/site-admin.service.js';
import { SiteSecrets } from './sites/site-secrets.service.js';
import { SitesController } from './sites/sites.controller.js';
import { Sites } from './sites/sites.service.js';
import { WidgetController } from './sites/widget.controller.js';
import { Directory } from './staff/directory.service.js';
import { TeamsController } from './staff/teams.controller.js';

const DOOR = [Directory, StaffSessions, Customers, CustomerSessions, Identities, Steps, ContextProvider, Sites];

/** Staff, teams, sessions; customers, shops, sites, verified identity. */
@Module({
  controllers: [SessionsController, TeamsController, WidgetController, SitesController, AuditController],
  providers: [...DOOR, Sightings, SiteAdmin, SiteSecrets, Pruning, { provide: APP_GUARD, useClass: StaffGuard }],
  exports: DOOR,
})
export class PeopleModule {}
