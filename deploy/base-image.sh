#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A base image without a registry: Debian bookworm with its Java 17, by debootstrap from the archive this machine's apt uses.
# Usage, as root on Debian: deploy/base-image.sh [NAME], by default pointwatch-base:bookworm
set -euo pipefail
name=${1:-pointwatch-base:bookworm}
suite=bookworm
for need in docker debootstrap tar; do
  command -v "$need" >/dev/null || { echo "base-image.sh: $need is not on PATH: apt-get install docker.io debootstrap" >&2; exit 1; }
done
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $suite" | head -n 1)
directory=$(mktemp -d)
trap 'rm -rf --one-file-system "$directory"' EXIT
mkdir "$directory/root"
if ! debootstrap --variant=minbase --include=openjdk-17-jre-headless "$suite" "$directory/root" ${mirror:+"$mirror"} \
  >"$directory/log" 2>&1; then
  tail -n 20 "$directory/log" >&2
  echo "base-image.sh: debootstrap failed, its last words stand above" >&2
  exit 1
fi
tar -C "$directory/root" --numeric-owner --one-file-system \
  --exclude='./var/cache/apt/*' --exclude='./var/lib/apt/lists/*' --exclude='./var/log/*' \
  --exclude='./usr/share/doc/*/*' --exclude='./usr/share/man/*/*' --exclude='./usr/share/locale/*' \
  -c . | docker import - "$name"
echo "$name"
