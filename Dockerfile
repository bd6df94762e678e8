# syntax=docker/dockerfile:1
# For those without Node. Build it here, and run it in the repository that holds the schema:
#   docker build --tag polyref .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" polyref check

FROM node:22.23.2-bookworm-slim AS packages
WORKDIR /polyref
COPY package.json package-lock.json .npmrc ./
COPY tools/node/package.json tools/node/
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:22.23.2-bookworm-slim
# `diff` and `--history` read Git. The version is the one of the base image's release.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /polyref
COPY --from=packages /polyref/node_modules node_modules
COPY package.json ./
COPY bin bin
COPY scripts scripts
COPY src src
# The build of a site keeps its caches beside the packages, whoever runs it.
RUN ln -s /polyref/bin/polyref.js /usr/local/bin/polyref \
  && mkdir -p -m 1777 node_modules/.cache/polyref
# Whoever runs it owns the mounted folder and may have no home in the image.
ENV HOME=/tmp
USER node
WORKDIR /work
ENTRYPOINT ["polyref"]
CMD ["--help"]
