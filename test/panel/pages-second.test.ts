import { lookAtPages } from './look-at-pages.ts';

lookAtPages({ share: 1, of: 2 });
