import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The panel is built beside the program that serves it; see bin/build.mjs.
export default defineConfig({
  root: import.meta.dirname,
  base: '/panel/',
  plugins: [react()],
  build: {
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    target: 'es2022',
    reportCompressedSize: false,
  },
});
