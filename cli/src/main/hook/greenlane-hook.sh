#!/bin/sh
# What an agent starts before every tool call where there was no C compiler to build greenlane-hook.c; does the same with curl.
# Where no whole answer comes in time it prints the refusal that was prepared for this agent and event.
set -u
unset CDPATH

# A person's command is carried to the service by the native client alone: this says that nothing was done.
[ "${1:-}" != --carry ] || exit 75

agent=${1:--}
event=-
query=
patience=20
input=
wrong=
case $0 in
    /*) here=${0%/*} ;;
    */*) here=$PWD/${0%/*} ;;
    *) here=$(dirname "$(command -v "$0")") ;;
esac

refuse() {
    [ -z "$input" ] || rm -f "$input"
    cat "$here/fail/$agent/$event" 2>/dev/null && exit 0
    cat "$here/fail/$agent/-" 2>/dev/null && exit 0
    echo "Greenlane could not review this: $1." >&2
    exit 2
}

[ $# -eq 0 ] || shift
while [ $# -gt 0 ]; do
    option=$1
    shift
    if [ "$option" = --shadow ]; then
        query="$query&shadow=true"
    elif [ $# -eq 0 ]; then
        wrong=$option
    else
        case $option in
            --event) event=$1 ;;
            --mode) query="$query&mode=$1" ;;
            --patience) patience=$1 ;;
            *) wrong=$option ;;
        esac
        shift
    fi
done
case $agent$event in
    *[!A-Za-z-]*)
        event=-
        wrong=event
        ;;
esac
case ${GREENLANE_RUN:-} in
    '' | *[!a-z]*) ;;
    *) query="$query&run=$GREENLANE_RUN" ;;
esac
case $patience in
    '' | 0 | *[!0-9]* | ?????*) patience=20 ;;
esac
[ -z "$wrong" ] || refuse 'its hook is set up with unknown options'

case ${XDG_STATE_HOME:-} in
    /*) state=$XDG_STATE_HOME/greenlane ;;
    *) state=${HOME:-}/.local/state/greenlane ;;
esac
case $state in
    /.local/* | [!/]*) refuse 'HOME does not name a folder' ;;
esac
umask 077
[ -d "$state" ] || mkdir -p "$state" 2>/dev/null
cd "$state" 2>/dev/null || refuse 'its folder in the home cannot be made'
trap 'refuse "it was told to end"' HUP INT TERM
input=$(mktemp ./event.XXXXXX 2>/dev/null) || refuse 'the disk is full, or the home cannot be written'
if command -v timeout >/dev/null; then
    timeout "$patience" cat >"$input" || refuse 'the event cannot be read'
else
    cat >"$input" || refuse 'the event cannot be read'
fi

# Sets $answer to the answer with its head and a full stop behind it, and $code to how curl ended.
ask() {
    answer=$(curl -q -s -i --noproxy '*' --max-time "$patience" -H Expect: --unix-socket service.sock \
        --data-binary "@$input" -w . "http://greenlane/v1/hook/$agent/$event?$query") && code=0 || code=$?
}

# Waits until a service answers; $1 is the process that was started to become one.
start() {
    apart='nohup'
    ! command -v setsid >/dev/null || apart='setsid'
    "$apart" "$here/start" </dev/null >/dev/null 2>>service.log &
    started=$!
    while ask && [ "$code" -eq 7 ]; do
        if [ -n "$started" ] && ! kill -0 "$started" 2>/dev/null; then
            # One that ends well has left it to another.
            wait "$started" || refuse 'the service cannot be started; its service.log says why'
            started=
        fi
        [ "$(date +%s)" -lt "$deadline" ] || refuse 'the service did not start in time'
        sleep 0.05
    done
}

ask
deadline=$(($(date +%s) + patience))
tries=0
# No service, or one that ended as it was asked: another one is asked, once the socket of the first is closed.
while [ "$tries" -lt 5 ]; do
    case $code in
        7 | 52 | 56) start ;;
        *) break ;;
    esac
    tries=$((tries + 1))
    [ "$code" -eq 0 ] || sleep 0.05
done
[ "$code" -eq 0 ] || refuse 'the service did not answer'
# Curl takes an answer for whole that breaks off in its head.
return=$(printf '\r')
line="$return
"
head=${answer%%"$line$line"*}
case $head in
    "$answer") refuse "the service's answer is cut off" ;;
    'HTTP/1.1 200'*Content-Length:*) ;;
    'HTTP/1.1 404'*) refuse 'the service knows no agent of this name; greenlane hook --help has the names' ;;
    *) refuse 'the service could not answer' ;;
esac
body=${answer#*"$line$line"}
rm -f "$input"
printf '%s' "${body%.}"
exit 0
