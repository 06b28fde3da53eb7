# Three steps: build everything, keep only what the server needs to run, run it as a user without rights.
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages/domain/package.json packages/domain/
COPY packages/collab/package.json packages/collab/
COPY packages/proof/package.json packages/proof/
COPY packages/broker/package.json packages/broker/
COPY packages/provider/package.json packages/provider/
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY apps/e2e/package.json apps/e2e/
COPY scripts/prepare.mjs scripts/
RUN node -e "import('./scripts/prepare.mjs').then(({ install }) => install())"
COPY . .
RUN node -e "import('./scripts/prepare.mjs').then(async ({ buildServer, buildWeb }) => { await buildServer(); await buildWeb(); })"
RUN npx -y "$(node -p "require('./package.json').packageManager")" --filter @mufakat/server deploy --prod /out/apps/server \
 && rm -r /out/apps/server/src /out/apps/server/test /out/apps/server/dist/test \
 && mkdir -p /out/apps/web && cp -r apps/web/dist /out/apps/web/

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build --chown=root:root /out .
RUN mkdir -m 0700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/livez').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "apps/server/dist/src/main.js"]
