import { DeflectionConsumer } from './deflection.consumer.js';
import { Reckoning } from './reckoning.service.js';
import { DeflectionController } from './report.controller.js';
import { DeflectionReports } from './report.service.js';
import { Settling } from './settling.service.js';

export const DEFLECTION_PROVIDERS = [Reckoning, DeflectionConsumer, Settling, DeflectionReports];
export const DEFLECTION_CONTROLLERS = [DeflectionController];
