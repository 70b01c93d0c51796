export GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
git config --global init.defaultBranch main
git config --global protocol.file.allow always
repository() {
  git init -q "$1"
  (
    cd "$1"
    mkdir -p src docs
    printf 'one\ntwo\n' > src/a.txt
    printf 'three\n' > src/b.txt
    printf 'text\n' > docs/guide.md
    printf '{"name": "p", "scripts": {"build": "tsc"}}\n' > package.json
    printf 'node_modules/\ndist/\n*.log\n/data/\n' > .gitignore
    git add -A
    git commit -qm first
  )
}
