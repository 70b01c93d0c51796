#!/bin/sh
# What an agent starts before every tool call where there was no C compiler to build greenlane-hook.c; does the same with curl.
# Where no whole answer comes in time it prints the refusal that was prepared for this agent and event.
set -u
unset CDPATH

agent=${1:--}
event=-
query=
patience=20
here=$(cd "$(dirname "$0")" && pwd -P)

refuse() {
    [ -z "${input:-}" ] || rm -f "$input"
    cat "$here/fail/$agent/$event" 2>/dev/null && exit 0
    echo "Greenlane could not review this: $1." >&2
    exit 2
}

[ $# -eq 0 ] || shift
while [ $# -gt 0 ]; do
    case $1 in
        --event) event=${2:--} && shift ;;
        --mode) query="$query&mode=${2:-}" && shift ;;
        --patience) patience=${2:-20} && shift ;;
        --shadow) query="$query&shadow=true" ;;
        *) refuse 'its hook is set up with unknown options' ;;
    esac
    shift
done
case $agent$event in
    *[!A-Za-z-]*) refuse 'its hook is set up with unknown options' ;;
esac
case ${XDG_STATE_HOME:-} in
    /*) state=$XDG_STATE_HOME/greenlane ;;
    *) state=${HOME:-}/.local/state/greenlane ;;
esac
umask 077
mkdir -p "$state" 2>/dev/null
cd "$state" 2>/dev/null || refuse 'its folder in the home cannot be made'
input=$(mktemp ./event.XXXXXX) || refuse 'the disk is full, or the home cannot be written'
cat >"$input" || refuse 'the event cannot be read'

ask() {
    curl -s -f --max-time "$patience" --unix-socket service.sock --data-binary "@$input" \
        "http://greenlane/v1/hook/$agent/$event?$query"
}

answer=$(ask)
code=$?
if [ "$code" -eq 7 ]; then
    nohup "$here/start" </dev/null >/dev/null 2>>service.log &
    tries=0
    while [ "$code" -eq 7 ] && [ "$tries" -lt $((patience * 20)) ]; do
        sleep 0.05
        answer=$(ask)
        code=$?
        tries=$((tries + 1))
    done
fi
[ "$code" -eq 0 ] || refuse 'the service did not answer'
rm -f "$input"
[ -z "$answer" ] || printf '%s\n' "$answer"
exit 0
