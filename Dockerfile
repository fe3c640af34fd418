# One image: the API, the page and an embedded PostgreSQL that is used when DATABASE_URL is not set.
# Debian, not Alpine: the embedded PostgreSQL needs glibc.
FROM node:20-bookworm-slim AS build
WORKDIR /tejido
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY libs/domain/package.json libs/domain/
RUN npm ci --loglevel=error
COPY . .
RUN npm run build

FROM node:20-bookworm-slim AS packages
WORKDIR /tejido
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY libs/domain/package.json libs/domain/
RUN npm ci --omit=dev --workspace=@tejido/api --workspace=@tejido/domain --loglevel=error

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 TEJIDO_DATA=/data
RUN mkdir /data && chown node:node /data
WORKDIR /tejido
COPY --from=packages /tejido ./
COPY --from=build /tejido/apps/api/dist apps/api/dist
COPY --from=build /tejido/apps/api/data apps/api/data
COPY --from=build /tejido/apps/web/dist apps/web/dist
COPY --from=build /tejido/libs/domain/dist libs/domain/dist
COPY LICENSE ./
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "apps/api/dist/main.js"]
