#!/bin/sh
# The installed command: finds a Java and becomes greenlane, from the copy beside it.
# Exits with 3 when it cannot be started; every other exit code is the command's own.
set -eu
unset CDPATH
# shellcheck disable=SC1091,SC2034,SC2154 # common.sh stands beside it and uses what is set here

command=${1:-}
began=$(date +%s)

case $0 in
    */*) script=$0 ;;
    *) script=$(command -v "$0") ;;
esac
while [ -L "$script" ]; do
    link=$(readlink "$script")
    case $link in
        /*) script=$link ;;
        *) script=${script%/*}/$link ;;
    esac
done
state=$(cd "${script%/*}/" && pwd -P)
home=$state

. "$state/common.sh"
hook_of "$@"
carry_undo "$state/stamp" "$@"
if [ -x "$state/java/bin/java" ]; then
    JAVA_HOME=$state/java
fi
find_java java
if [ -z "$jdk" ]; then
    fail "Java $required or newer is needed and none was found: install one, or set JAVA_HOME to it"
fi
become "$state/app" "$state/greenlane" "$state/stamp" "$@"
