#!/bin/sh
# Makes the self-contained archive for this platform: greenlane with a Java of its own, which runs without a JDK and without Maven.
# Run by "mvn -Prelease package"; $1 is the folder of the built command, $2 the version. Leaves target/greenlane-VERSION-PLATFORM.tar.gz.
set -eu
unset CDPATH

target=$1
number=$2
sources=$(cd "$(dirname "$0")/../cli/src/main/sh" && pwd -P)

command=release
began=$(date +%s)
state=$target/release
# shellcheck source=cli/src/main/sh/common.sh
. "$sources/common.sh"

find_java jlink
[ -n "$jdk" ] || fail "JDK $required or newer is needed"

platform=$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
name=greenlane-$number-$platform
folder=$target/release/$name
rm -rf "$target/release"
mkdir -p "$folder/app"
cp -R "$target/greenlane.jar" "$target/lib" "$folder/app"
cp "$sources/common.sh" "$folder/common.sh"
cp "$sources/greenlane.sh" "$folder/greenlane"
cp "$sources/../../../../LICENSE" "$sources/../../../../README.md" "$folder"
chmod 755 "$folder/greenlane"
: >"$folder/stamp"

# What the jars need, and what is only asked for at run time: character sets, encodings of zip files, access to memory.
needed=$("$jdk/bin/jdeps" --ignore-missing-deps --multi-release 21 --print-module-deps --class-path "$target/lib/*" \
    "$target/greenlane.jar" "$target"/lib/*.jar | tail -n 1)
"$jdk/bin/jlink" --add-modules "$needed,jdk.charsets,jdk.unsupported,jdk.zipfs" --strip-debug --no-man-pages --no-header-files \
    --compress zip-6 --output "$folder/java"

# The first start prepares the cache of loaded classes.
env -u JAVA_HOME "$folder/greenlane" --version
rm -f "$folder/lock"

tar -C "$target/release" -czf "$target/$name.tar.gz" "$name"
printf 'greenlane: made %s\n' "$target/$name.tar.gz" >&2
