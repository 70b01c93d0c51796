package dev.greenlane.engine.consent.deed;

import java.util.Map;
import java.util.Set;

/** Under what name people speak of the place where a program works: {@code at DigitalOcean} for {@code doctl}. */
final class Makers {

    private static final Map<String, Set<String>> NAMES = Map.ofEntries(
            Map.entry("aws", Set.of("aws", "amazon")),
            Map.entry("gcloud", Set.of("google", "gcp")),
            Map.entry("gsutil", Set.of("google", "gcp", "gcs")),
            Map.entry("bq", Set.of("bigquery", "google", "gcp")),
            Map.entry("az", Set.of("azure", "microsoft")),
            Map.entry("doctl", Set.of("digitalocean", "digital", "ocean")),
            Map.entry("hcloud", Set.of("hetzner")),
            Map.entry("oci", Set.of("oracle")),
            Map.entry("fly", Set.of("fly", "flyio")),
            Map.entry("flyctl", Set.of("fly", "flyio")),
            Map.entry("wrangler", Set.of("cloudflare")),
            Map.entry("flarectl", Set.of("cloudflare")),
            Map.entry("gh", Set.of("github")),
            Map.entry("glab", Set.of("gitlab")),
            Map.entry("kubectl", Set.of("kubernetes", "k8s", "kube", "cluster")),
            Map.entry("helm", Set.of("kubernetes", "k8s", "helm")),
            Map.entry("psql", Set.of("postgres", "postgresql")),
            Map.entry("dropdb", Set.of("postgres", "postgresql")),
            Map.entry("mysql", Set.of("mysql", "mariadb")),
            Map.entry("redis-cli", Set.of("redis", "valkey")),
            Map.entry("mongosh", Set.of("mongo", "mongodb")),
            Map.entry("npm", Set.of("npm", "npmjs")),
            Map.entry("pnpm", Set.of("npm", "npmjs")),
            Map.entry("yarn", Set.of("npm", "npmjs")),
            Map.entry("twine", Set.of("pypi")),
            Map.entry("gem", Set.of("rubygems")),
            Map.entry("cargo", Set.of("crates", "io")),
            Map.entry("scancel", Set.of("slurm")),
            Map.entry("scontrol", Set.of("slurm")),
            Map.entry("bkill", Set.of("lsf")),
            Map.entry("qdel", Set.of("pbs", "torque", "sge")),
            Map.entry("mc", Set.of("minio")),
            Map.entry("pd", Set.of("pagerduty")),
            Map.entry("dog", Set.of("datadog")));

    private Makers() {}

    static Set<String> of(String program) {
        return NAMES.getOrDefault(program.substring(program.lastIndexOf('/') + 1), Set.of());
    }
}
