#!/bin/bash
# Looks at what is about to be committed.
against=$(git rev-parse --verify -q HEAD || git hash-object -t tree /dev/null)
status=0

while IFS= read -r -d '' file; do
    case ${file##*.} in
    java|kt)
        if grep -nE 'System\.(out|err)\.print' "$file"; then
            printf '%q prints\n' "$file"
            status=1
        fi;;
    sh)
        bash -n "$file" || status=$?
        ;;
    json) python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$file" >/dev/null 2>&1 || { echo "bad JSON: $file"; status=1; };;
    esac
done < <(git diff --cached --name-only --diff-filter=ACM -z "$against")

if test -n "$(git diff --cached --name-only --diff-filter=A -z "$against" | LC_ALL=C tr -d '[ -~]\0' | wc -c | tr -d 0)"
then
    cat <<\END
File names should be plain: some tools cannot read others.
END
    status=1
fi
exit "$status"
