#!/bin/sh
# Installs the tool into a prefix.
{
set -u
abort() { printf '%s\n' "$@" >&2; exit 1; }

OS=`uname -s | tr '[:upper:]' '[:lower:]'`
ARCH=$(uname -m)
case "$OS-$ARCH" in linux-x86_64|linux-amd64) target=linux-x64;; darwin-*) target=macos;; *) abort "no build for $OS on $ARCH";; esac

url="https://downloads.example.org/tool/${VERSION:-latest}/tool-$target.tar.gz"
dir="${PREFIX:-$HOME/.local}"; tmp=$(mktemp -d) || abort 'no temporary folder'
trap 'rm -rf "$tmp"' 0

if command -v curl >/dev/null; then fetch='curl -fsSL -o'
elif command -v wget >/dev/null
then fetch='wget -qO'
else abort "need curl or wget"; fi

$fetch "$tmp/tool.tar.gz" "$url" && tar -xzf "$tmp"/tool.tar.gz -C "$tmp" || abort "download failed: $url"
mkdir -p "$dir"/bin && install -m 755 "$tmp/tool" "$dir/bin/"
case :$PATH: in
  *:"$dir/bin":*) ;;
  *) echo "add $dir/bin to PATH:"; echo '  export PATH="'"$dir"'/bin:$PATH"' ;;
esac
}
