FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The scripts come later: `prepare` builds, and the sources are not here yet.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded PostgreSQL is an optional package; here the database is a service of its own.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY bin bin
COPY package.json ./
RUN mkdir data && chown node:node data
USER node
# The port of health and metrics is for the containers' own network: it is never published.
ENV HOST=0.0.0.0 PORT=8080 METRICS_HOST=0.0.0.0 METRICS_PORT=9464
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process and gets the signals itself: no shell, no npm in between.
CMD ["node", "bin/nastavnik.mjs", "start"]
