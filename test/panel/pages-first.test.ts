import { lookAtPages } from './look-at-pages.ts';

lookAtPages({ share: 0, of: 2 });
