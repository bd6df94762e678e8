# syntax=docker/dockerfile:1
# For those without Node. Build it here, and run it in the repository that holds the schema:
#   docker build --tag polyref .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" polyref check

FROM node:22.23.2-bookworm-slim AS package
WORKDIR /source
COPY . .
RUN npm ci --no-audit --no-fund && npm pack --pack-destination /

FROM node:22.23.2-bookworm-slim
# `diff` and `--history` read Git. The version is the one of the base image's release.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /polyref
COPY --from=package /polyref-*.tgz /tmp/
# The build of a site keeps its caches in the package, whoever runs it.
RUN npm install --omit=dev --no-audit --no-fund /tmp/polyref-*.tgz \
  && rm /tmp/polyref-*.tgz \
  && ln -s /polyref/node_modules/.bin/polyref /usr/local/bin/polyref \
  && mkdir -p -m 1777 node_modules/polyref/build/node_modules/.cache/polyref
# Whoever runs it owns the mounted folder and may have no home in the image.
ENV HOME=/tmp
USER node
WORKDIR /work
ENTRYPOINT ["polyref"]
CMD ["--help"]
