#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds what has changed, puts the context together and builds the image from it.
# Usage: deploy/build-image.sh [--base IMAGE] [--tag NAME] [option of docker build ...]
set -euo pipefail
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tag=pointwatch:local
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --base) options+=(--build-arg "BASE=${2:?--base needs an image}"); shift 2 ;;
    --tag) tag=${2:?--tag needs a name}; shift 2 ;;
    -h | --help) sed -n '3,4s/^# //p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) options+=("$1"); shift ;;
  esac
done
command -v docker >/dev/null || { echo "build-image.sh: docker is not on PATH: install it (Debian: docker.io)" >&2; exit 1; }

"$root/pointwatch" --version >&2 # builds when a source is newer than the build
dist=$root/cli/target/dist
context=$root/deploy/target/image
rm -rf "$context"
mkdir -p "$context/lib" "$context/own" "$context/dossiers"
cp "$dist"/lib/*.jar "$context/lib/"
mv "$context"/lib/pointwatch-*.jar "$context/own/"
rm -f "$context"/lib/embedded-postgres-binaries-*{darwin,alpine}*.jar # 80 MB that no Debian image can run
cp -R "$root/dossiers/ukraine-peace-plan" "$context/dossiers/"
cp "$root/pointwatch" "$root/LICENSE" "$root/NOTICE" "$root/deploy/healthy" "$root/deploy/Dockerfile" "$context/"
chmod -R a+rX "$context"

docker build --tag "$tag" ${options[@]+"${options[@]}"} "$context"
rm -rf "$context"
echo "$tag"
