import { Application } from '@hotwired/stimulus';
import '@hotwired/turbo';
import { AutosaveController } from './controllers/autosave.ts';
import { FilterController } from './controllers/filter.ts';
import { FollowController } from './controllers/follow.ts';
import { LiveController } from './controllers/live.ts';
import { MenuController } from './controllers/menu.ts';
import { OnceController } from './controllers/once.ts';
import { SelectAllController } from './controllers/select-all.ts';

const application = Application.start();
application.register('autosave', AutosaveController);
application.register('filter', FilterController);
application.register('follow', FollowController);
application.register('live', LiveController);
application.register('menu', MenuController);
application.register('once', OnceController);
application.register('select-all', SelectAllController);
