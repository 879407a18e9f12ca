export { CustomerScreens } from './customer-screens.service.js';
export { NotificationsModule } from './notifications.module.js';
