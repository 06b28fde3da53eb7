/** What other features may call of partnerships. */
export { DirectoryNews } from './directory-news.js';
export { FoundingModule } from './founding.module.js';
export { PartnershipFounding, type Founding } from './partnership-founding.js';
export { PartnershipStore } from './partnership.store.js';
