#!/bin/sh
# Starts the service in its container.
set -e

: "${PORT:=8080}" "${DATA_DIR:=/var/lib/app}"

if [ "$1" = serve ] && [ "$(id -u)" -eq 0 ]; then
    chown -R app:app "$DATA_DIR"
    exec gosu app "$0" "$@"
fi

wait_for() {
    host=$1; port=$2; tries=0
    until nc -z "$host" "$port" </dev/null >/dev/null 2>&1
    do
        tries=$((tries + 1))
        if [ $tries -ge 30 ]; then
            echo >&2 "gave up waiting for $host:$port"; return 1
        fi
        sleep 1
    done
}

[ -z "$DB_HOST" ] || wait_for "$DB_HOST" "${DB_PORT-5432}"

for f in /docker-entrypoint.d/*; do
    case "$f" in
        *.sh) echo "$0: running $f"; . "$f" ;;
        *.sql.gz) gunzip -c "$f" | psql -v ON_ERROR_STOP=1 ;;
        *) echo "$0: ignoring $f" ;;
    esac
    echo
done

cat > "$DATA_DIR/config.ini" <<-CONFIG
	[server]
	port = $PORT
	name = `hostname`
	secret = \$SECRET
	CONFIG

exec "$@"
