export { CustomerScreens } from './customer-screens.service.js';
export { NOTIFICATION_ENTITIES } from './notifications.entities.js';
export { DeliverDueNotices, WriteDueLetters } from './notifications.jobs.js';
export { NotificationsModule } from './notifications.module.js';
