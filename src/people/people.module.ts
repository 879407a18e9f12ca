import { Module } from '@nestjs/common';
import { Customers } from './customers/customers.service.js';
import { Sites } from './sites/sites.service.js';
import { Directory } from './staff/directory.service.js';

const DOOR = [Directory, Customers, Sites];

/** Staff, teams, sessions; customers, shops, sites, verified identity. */
@Module({ providers: DOOR, exports: DOOR })
export class PeopleModule {}
