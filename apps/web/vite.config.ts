import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { leaveOut } from './leave-out';
import { pack } from './pack';
import { plainColours } from './plain-colours';
import { verifier } from './verifier';

const server = 'http://127.0.0.1:3000';

/** What every screen needs travels in few files: what changes rarely in files of its own, so a new version costs a phone little, and the frame with all it stands on in one, which packs better than fifty. */
const chunks = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  {
    name: 'data',
    test: /node_modules\/(@tanstack|socket\.io-client|engine\.io-client|socket\.io-parser|engine\.io-parser)/,
  },
  { name: 'text', test: /node_modules\/(yjs|lib0|y-protocols|y-websocket|y-indexeddb)\// },
  { name: 'frame', test: /src\/app\/(app|make-app)\.tsx?$/ },
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [
    react(),
    leaveOut(),
    pack(),
    plainColours(),
    verifier(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['assets/*.{js,css}', 'assets/*latin-wght-normal*.woff2', '*.{svg,js}'],
        rollupFormat: 'iife',
        // The plugin builds the worker apart, and would tell at every first start how it goes.
        buildPlugins: { vite: [{ name: 'quiet', config: () => ({ logLevel: 'error' }) }] },
      },
    }),
  ],
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
    conditions: ['@mufakat/source', ...defaultClientConditions],
    dedupe: ['react', 'react-dom', 'yjs', 'lib0', 'y-protocols'],
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
      '/collab': { target: server, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
});
