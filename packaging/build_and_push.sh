#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the image of each role and pushes them all, once every one is built.
# usage: REGISTRY=docker-registry.example/zoom [TAG=0.1.0] [PLATFORMS=linux/amd64,linux/arm64] packaging/build_and_push.sh
# TAG: by default the version; "latest" is moved along. PLATFORMS: for several at once, by docker buildx. OPENSEADRAGON=OFF: without
# the viewer of the dashboard's previews, where npm's registry cannot be reached (or docker/authorities/README.md helps).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

: "${REGISTRY:?say where to push: REGISTRY=docker-registry.example/zoom}"
version=$(sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
tag=${TAG:-$version}
targets=(api downloader processor uploader worker all-in-one)

image_of() { # the one for everything has no suffix
  local suffix=-$1
  [ "$1" != all-in-one ] || suffix=
  printf '%s/createzoom%s' "${REGISTRY%/}" "$suffix"
}

options=(--file packaging/docker/Dockerfile --build-arg "VERSION=$version"
  --build-arg "REVISION=$(git rev-parse --short HEAD 2>/dev/null || true)"
  --build-arg "OPENSEADRAGON=${OPENSEADRAGON:-ON}")
for target in "${targets[@]}"; do
  image=$(image_of "$target")
  tags=(--tag "$image:$tag" --tag "$image:latest")
  if [ -n "${PLATFORMS:-}" ]; then # an image of several kinds goes straight to the registry
    docker buildx build --platform "$PLATFORMS" --push "${options[@]}" --target "$target" "${tags[@]}" .
  else
    docker build "${options[@]}" --target "$target" "${tags[@]}" .
  fi
done
[ -z "${PLATFORMS:-}" ] || exit 0
for target in "${targets[@]}"; do
  image=$(image_of "$target")
  docker push "$image:$tag"
  docker push "$image:latest"
done
