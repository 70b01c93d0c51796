#!/usr/bin/env bash
# Builds a release, signs it and publishes it.
set -euo pipefail
IFS=$'\n\t'

readonly ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly VERSION=${1:?usage: release.sh VERSION}
declare -A targets=([linux]="amd64 arm64" [darwin]=arm64)
declare -a built=()

log() { printf '%s %s\n' "$(date -u +%FT%TZ)" "$*" >&2; }

die() {
    log "error: $1"
    exit "${2:-1}"
}

cleanup() {
    local status=$?
    [[ -d ${work:-} ]] && rm -rf -- "$work"
    exit $status
}
trap cleanup EXIT INT TERM

[[ $VERSION =~ ^v([0-9]+)\.([0-9]+)\.([0-9]+)(-rc[0-9]+)?$ ]] || die "not a version: $VERSION" 2
major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}

work=$(mktemp -d "${TMPDIR:-/tmp}/release.XXXXXX")

for os in "${!targets[@]}"; do
    for arch in ${targets[$os]}; do
        out="$work/tool-$os-$arch"
        if ! GOOS=$os GOARCH=$arch go build -trimpath -ldflags "-X main.version=$VERSION" -o "$out" ./cmd/tool; then
            die "build failed for $os/$arch"
        fi
        built+=("$out")
    done
done

( cd "$work" && sha256sum -- * ) >"$ROOT/dist/SHA256SUMS"

if (( major > 0 && minor % 2 == 0 )); then
    channel=stable
else
    channel=next
fi

case $channel in
    stable) tag=latest ;;
    next | edge)
        tag=$channel
        ;;
    *) die "unknown channel" ;;
esac

git tag -a "$VERSION" -m "$(cat <<EOF
Release $VERSION

Built: ${#built[@]} files, by $(git config user.name || echo unknown)
EOF
)"
git push origin "refs/tags/$VERSION" 2>&1 | tee -a "$ROOT/release.log" | grep -v '^remote:' || true
log "published as $tag"
