# What the launcher of a checkout and the installed command share: finds a Java, keeps what makes it start fast, and becomes the
# command. It is read by a script that has set
#   $command  the command, the first argument
#   $state    a folder for what is kept: the lock, logs
#   $began    when it began, in seconds
# Plain POSIX sh; standard output belongs to the command.
# shellcheck shell=sh disable=SC2154

required=21
lock=$state/lock

# Where no language is set Java takes names of files for ASCII and cannot look at the others.
if [ -z "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ]; then
    LC_CTYPE=C.UTF-8
    export LC_CTYPE
fi

fail() {
    printf 'greenlane: %s\n' "$1" >&2
    if [ "$command" = hook ]; then
        refuse "$1"
    fi
    exit 3
}

# Answers a hook in the place of the command, in the form that the agent honours: a person decides, or nobody does. $1 says why.
refuse() {
    event=
    [ -t 0 ] || event=$(cat)
    if [ -r "$state/hook/fail/$hook_agent/$hook_event" ]; then
        cat "$state/hook/fail/$hook_agent/$hook_event"
        exit 0
    fi
    why=$(printf '%s' "$1" | tr '\n\t' '  ' | tr -d '"\\[:cntrl:]')
    why="Greenlane could not review this call: $why."
    case $hook_agent in
        gemini-cli) deciding='"BeforeTool"' form='{"decision":"deny","reason":"%s"}' ;;
        copilot-cli) deciding='"tool(Args|Input|_input)"' form='{"permissionDecision":"deny","permissionDecisionReason":"%s"}' ;;
        cursor) deciding='"(before[SMR]|preToolUse)' form='{"permission":"deny","user_message":"%s"}' ;;
        cline) deciding='"(tool_call|PreToolUse)"' form='{"cancel":true,"errorMessage":"%s"}' ;;
        generic) deciding='' form='{"v":1,"verdict":"ask","reason":"%s"}' ;;
        *)
            deciding='"PreToolUse"' answer=deny
            [ "$hook_agent" != claude-code ] || answer=ask
            form='{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"'$answer'",'
            form=$form'"permissionDecisionReason":"%s"}}'
            ;;
    esac
    if [ -z "$event" ] || printf '%s' "$event" | grep -qE "$deciding"; then
        # shellcheck disable=SC2059 # the form is ours
        printf "$form\n" "$why"
    fi
    exit 0
}

# Whether an agent has waited for its hook so long that it may soon give up and run the call.
late() {
    [ "$command" = hook ] && [ $(($(date +%s) - began)) -ge 40 ]
}

# For whom and for which event a hook was started.
hook_agent=claude-code
hook_event=-
hook_of() {
    [ "$command" = hook ] && [ $# -ge 2 ] || return 0
    hook_agent=$2
    while [ $# -ge 2 ]; do
        [ "$1" != --event ] || hook_event=$2
        shift
    done
}

# An undo is done by the service, which is warm, where one of this build runs: returns where none does, and nothing was done.
# $1 is a file that changes with a newer build, the rest what was typed.
carry_undo() {
    [ "$command" = undo ] && [ -x "$state/hook/greenlane-hook" ] || return 0
    stamp=$1
    shift 2
    carried=0
    "$state/hook/greenlane-hook" --carry "$stamp" "$@" || carried=$?
    [ "$carried" -eq 75 ] || exit "$carried"
}

# --- a Java ------------------------------------------------------------------

# Keeps the JDK in folder $1 when it is newer than what was found so far:
# its folder in $jdk, its feature version in $major, its vendor and full version in $release.
consider() {
    if [ ! -x "$1/bin/$runs" ] || [ ! -r "$1/release" ]; then
        return 0
    fi
    vendor=
    version=
    while IFS="=" read -r key value || [ -n "$key" ]; do
        value=${value#\"}
        case $key in
            IMPLEMENTOR) vendor=${value%\"} ;;
            JAVA_VERSION) version=${value%\"} ;;
        esac
    done <"$1/release"
    feature=${version%%[!0-9]*}
    if [ "${feature:-0}" -ge "$required" ] && [ "$feature" -gt "$major" ]; then
        jdk=$1
        major=$feature
        release="${vendor%%/*} $version"
    fi
}

# Finds the newest Java that has program $1 in its bin.
find_java() {
    runs=$1
    jdk=
    major=0
    if [ -n "${JAVA_HOME:-}" ]; then
        consider "$JAVA_HOME"
    fi
    if [ -z "$jdk" ]; then
        if javac=$(command -v javac) && javac=$(readlink -f "$javac" 2>/dev/null); then
            consider "${javac%/bin/javac}"
        fi
        user=${HOME:-/nonexistent}
        for candidate in \
            /usr/lib/jvm/* /usr/java/* /usr/jdk/* /opt/java/* /opt/jdk* /opt/*/jdk* \
            "$user"/.sdkman/candidates/java/* "$user"/.jdks/* "$user"/.m2/jdks/* "$user"/.gradle/jdks/* \
            "$user"/.jenv/versions/* "$user"/.jabba/jdk/* "$user"/.jbang/cache/jdks/* \
            "$user"/.asdf/installs/java/* "${XDG_DATA_HOME:-$user/.local/share}"/mise/installs/java/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home "$user"/Library/Java/JavaVirtualMachines/*/Contents/Home \
            /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
            /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
            consider "$candidate"
        done
    fi
}

# --- long work ---------------------------------------------------------------

# Says what is being done; on a terminal with the seconds since it began.
progress() {
    if [ -t 2 ]; then
        printf '\r\033[Kgreenlane: %s %ss' "$1" "$2" >&2
    elif [ "$2" -eq 0 ]; then
        printf 'greenlane: %s\n' "$1" >&2
    fi
}

clear_progress() {
    if [ -t 2 ]; then
        printf '\r\033[K' >&2
    fi
}

# Waits for the process that holds the lock; takes the lock over from one that has died.
acquire_lock() {
    mkdir -p "$state" || fail "cannot write to $home"
    waited=0
    until ln -s "$$" "$lock" 2>/dev/null; do
        holder=$(readlink "$lock" || true)
        if [ -z "$holder" ]; then
            [ -w "$state" ] || fail "cannot write to $state"
        elif ! kill -0 "$holder" 2>/dev/null; then
            if [ "$(readlink "$lock" || true)" = "$holder" ]; then
                rm -f "$lock"
            fi
        elif [ "$waited" -ge 900 ]; then
            fail "process $holder has been building for 15 minutes; stop it, or remove $lock"
        elif late; then
            fail 'it is still being built; try again in a minute'
        else
            progress 'waiting for another build …' "$waited"
            waited=$((waited + 1))
            sleep 1
        fi
    done
    clear_progress
    trap release_lock EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

release_lock() {
    trap - EXIT INT TERM HUP
    rm -f "$lock"
}

# Runs function $1 as a process of its own and says $2 meanwhile; ends it when this process is told to end.
attend() {
    "$1" </dev/null >"$state/$1.log" 2>&1 &
    child=$!
    trap 'stop_child; exit 130' INT
    trap 'stop_child; exit 143' TERM HUP
    elapsed=0
    while kill -0 "$child" 2>/dev/null; do
        progress "$2" "$elapsed"
        if late; then
            stop_child
            fail "it is not built yet; run $home/greenlane --version"
        fi
        elapsed=$((elapsed + 1))
        sleep 1
    done
    clear_progress
    wait "$child"
}

stop_child() {
    clear_progress
    if kill "$child" 2>/dev/null; then
        wait "$child" || true
    fi
}

# --- the command --------------------------------------------------------------

# Becomes the command, from the jars in folder $1; $2 is this program itself, and $3 a file that changes with a newer build.
become() {
    app=$1
    self=$2
    stamp=$3
    shift 3
    main=dev.greenlane.cli.Greenlane
    # Nothing but the command writes to standard output; the last two silence a warning of newer JDKs about a library.
    flags='-XX:+UseSerialGC -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable
        -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED'
    quick=-XX:TieredStopAtLevel=1

    # Loaded classes are kept in a file beside the jars, which halves the time to start. It fits one JDK only.
    if [ "$major" -ge 25 ]; then
        classes=$app/$release.aot
        keep_classes=-XX:AOTCacheOutput=$classes.new
        use_classes=-XX:AOTCache=$classes
    else
        classes=$app/$release.jsa
        keep_classes=-XX:ArchiveClassesAtExit=$classes.new
        use_classes=-XX:SharedArchiveFile=$classes
    fi

    if [ ! -e "$classes" ] && [ -w "$app" ]; then
        acquire_lock
        if [ ! -e "$classes" ]; then
            attend rehearse 'preparing a fast start …' || true
            # Where it cannot be made, an empty file says that it was tried.
            [ -s "$classes.new" ] || : >"$classes.new"
            mv "$classes.new" "$classes"
        fi
        release_lock
    fi

    # What computes for long is worth compiling well. The service is not: over its first hundred thousand verdicts the better
    # code saves less time than its compilation takes, and it takes more memory. It gives back what it does not use. What a
    # gateway holds lives for as long as an answer streams: only a collector that works beside it keeps its memory flat.
    lean='-Xmx512m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -Djdk.nio.maxCachedBufferSize=65536'
    streams='-Xms24m -XX:-UseSerialGC -XX:+UseG1GC'
    case ${1:-} in
        demo | bench) quick= ;;
        serve) quick="$quick $lean -Xms128m -Xmn64m" ;;
        gateway) quick="$quick $lean $streams" ;;
        run)
            for argument; do
                case $argument in
                    --gateway) quick="$quick $lean $streams" ;;
                    --) break ;;
                esac
            done
            ;;
        review)
            for argument; do
                case $argument in
                    --jsonl) quick= ;;
                    --) break ;;
                esac
            done
            ;;
    esac

    set -- "-Dgreenlane.launcher=$self" "-Dgreenlane.stamp=$stamp" -cp "$app/greenlane.jar" "$main" "$@"
    if [ -s "$classes" ]; then
        set -- "$use_classes" "$@"
    fi
    if [ "$command" = hook ]; then
        # shellcheck disable=SC2086
        if answer=$("$jdk/bin/java" $flags $quick "$@"); then
            [ -z "$answer" ] || printf '%s\n' "$answer"
            exit 0
        else
            code=$?
            [ "$code" -ne 2 ] || exit 2
            fail "it ended with code $code"
        fi
    fi
    # shellcheck disable=SC2086
    exec "$jdk/bin/java" $flags $quick "$@"
}

rehearse() {
    # shellcheck disable=SC2086
    exec "$jdk/bin/java" $flags $quick "$keep_classes" -cp "$app/greenlane.jar" "$main" warm-up
}

# Makes what agents' hooks start, from the jars in folder $1; $2 is this program itself.
prepare() {
    acquire_lock
    self=$2
    app=$1
    attend make_hook 'preparing the hook …' || true
    release_lock
}

make_hook() {
    exec "$jdk/bin/java" -XX:TieredStopAtLevel=1 "-Dgreenlane.launcher=$self" -cp "$app/greenlane.jar" \
        dev.greenlane.cli.Greenlane make-hook "$state/hook"
}
