package dev.greenlane.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.understand.Understander;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing the record that a tool reads as its state is the command it stands in for; editing other data is not. */
class StateFilesTest {

    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());
    private static final Surroundings PROJECT = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        run/jobs.json          | {"id": "n-7", "status": "running"}              | {"id": "n-7", "status": "cancelled"}
        run/jobs.json          | "status": "running"                             | "status": "cancelled"
        ops/deployments.json   | {"name": "web", "replicas": 3}                  | {"name": "web", "replicas": 0}
        ops/services.json      | {"service_id": "s1", "health": "unhealthy"}     | {"service_id": "s1", "health": "healthy"}
        ops/services.json      | {"restart_count": 0, "service_id": "s1"}        | {"restart_count": 1, "service_id": "s1"}
        ops/hosts.json         | {"hostname": "db1", "state": "online"}          | {"hostname": "db1", "state": "offline"}
        data/keys.json         | {"key": "k1", "status": "active"}               | {"key": "k1", "status": "revoked"}
        data/batch.json        | {"id": 1, "status": "queued"},{"id": 2, "status": "queued"} | {"id": 1, "status": "queued"}
        store/bucket.json      | {"key": "a/b", "status": "present"}             | {"key": "a/b", "status": "deleted"}
        fleet/machines.yaml    | `- name: m1\n  state: running`                  | `- name: m1\n  state: terminated`
        .pm/state.yaml         | `- id: w1\n  phase: live`                       | `- id: w1\n  phase: drained`
        """)
    void aRecordThatMovesOnInItsLifeAsks(String file, String before, String after) {
        assertThat(edit(file, before, after).rule()).isEqualTo("state-record");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed -i 's/running/cancelled/' run/jobs.json",
                "jq '.jobs[0].status = \"cancelled\"' jobs.json > /tmp/j && mv /tmp/j jobs.json",
                "jq '.jobs[0].status = \"cancelled\"' jobs.json | sponge jobs.json",
                "python3 -c \"import json; d=json.load(open('jobs.json')); d['jobs'][0]['status']='x'; json.dump(d,"
                        + " open('jobs.json','w'))\"",
                "python3 - <<'EOF'\n"
                        + "import json\n"
                        + "from pathlib import Path\n"
                        + "p = Path('ops/services.json')\n"
                        + "d = json.loads(p.read_text())\n"
                        + "d['a']['state'] = 'stopped'\n"
                        + "p.write_text(json.dumps(d))\n"
                        + "EOF",
                "yq -i '.services[0].state = \"stopped\"' ops/state.yaml",
            })
    void aProgramThatChangesSuchAFileInPlaceAsks(String command) {
        assertThat(REVIEWER.review(request(new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX)))
                        .verdict()
                        .outcome())
                .isEqualTo(Outcome.ASK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        package.json                  | "version": "1.2.0"                     | "version": "1.2.1"
        package.json                  | "name": "app", "private": true         | "name": "app", "private": false
        package.json                  | "lodash": "^4.17.0"                    | "lodash": "^4.17.21"
        tsconfig.json                 | "strict": false                        | "strict": true
        tsconfig.json                 | "target": "es2020"                     | "target": "es2022"
        .eslintrc.json                | "no-console": "warn"                   | "no-console": "error"
        .prettierrc.json              | "semi": true                           | "semi": false
        composer.json                 | "php": ">=8.1"                         | "php": ">=8.2"
        config/app.json               | {"name": "app", "debug": true}         | {"name": "app", "debug": false}
        config/app.json               | {"port": 3000}                         | {"port": 8080}
        config/features.json          | {"name": "dark", "enabled": false}     | {"name": "dark", "enabled": true}
        config/logging.yaml           | `level: info`                          | `level: debug`
        config/database.yml           | `pool: 5`                              | `pool: 10`
        mkdocs.yml                    | `- Home: index.md`                     | `- Start: index.md`
        docker-compose.yml            | `image: redis:6`                       | `image: redis:7`
        docker-compose.yml            | `- 5432:5432`                          | `- 5433:5432`
        chart/values.yaml             | `replicaCount: 1`                      | `replicaCount: 2`
        k8s/web.yaml                  | `name: web\nreplicas: 1`               | `name: web\nreplicas: 2`
        openapi.yaml                  | `- name: status\n  state: active`      | `- name: status\n  state: running`
        openapi.json                  | {"name": "pets", "status": "active"}   | {"name": "pets", "status": "archived"}
        tests/fixtures/jobs.json      | {"id": 7, "status": "running"}         | {"id": 7, "status": "cancelled"}
        test/data/users.json          | {"id": 1, "status": "active"}          | {"id": 1, "status": "inactive"}
        __mocks__/orders.json         | {"id": 1, "status": "paid"}            | {"id": 1, "status": "shipped"}
        src/mocks/services.json       | {"id": 1, "status": "up"}              | {"id": 1, "status": "down"}
        src/data/plans.json           | {"id": "p", "active": true}            | {"id": "p", "active": false}
        cypress/users.json            | {"id": 1, "state": "active"}           | {"id": 1, "state": "locked"}
        examples/state.json           | {"id": 1, "state": "on"}               | {"id": 1, "state": "off"}
        docs/roadmap.json             | {"id": "r1", "status": "planned"}      | {"id": "r1", "status": "deployed"}
        roadmap.yaml                  | `- id: r1\n  status: planned`          | `- id: r1\n  status: done`
        tasks.json                    | {"id": 4, "status": "pending"}         | {"id": 4, "status": "done"}
        .taskmaster/tasks/tasks.json  | {"id": 4, "status": "in-progress"}     | {"id": 4, "status": "done"}
        todo.json                     | {"id": 4, "status": "open"}            | {"id": 4, "status": "closed"}
        feature_list.json             | {"name": "login", "status": "failing"} | {"name": "login", "status": "passing"}
        adr/index.json                | {"id": 3, "status": "proposed"}        | {"id": 3, "status": "accepted"}
        plan.json                     | {"id": 3, "state": "wip"}              | {"id": 3, "state": "done"}
        public/manifest.json          | {"name": "App"}                        | {"name": "My App"}
        locales/de.json               | {"status": "aktiv"}                    | {"status": "Aktiv"}
        i18n/en.json                  | {"state": "Running"}                   | {"state": "Paused"}
        data/countries.json           | {"name": "Peru", "code": "PE"}         | {"name": "Perú", "code": "PE"}
        data/cities.json              | {"name": "Austin", "state": "TX"}      | {"name": "Dallas", "state": "TX"}
        data/responses.json           | {"name": "ok", "status": 200}          | {"name": "ok", "status": 201}
        inventory.json                | {"id": "a", "price": 3}                | {"id": "a", "price": 4}
        run/jobs.json                 | {"id": "n-7", "note": "a"}             | {"id": "n-7", "note": "b"}
        renovate.json                 | {"enabled": true}                      | {"enabled": false}
        vercel.json                   | {"name": "web", "regions": ["fra1"]}   | {"name": "web", "regions": ["iad1"]}
        turbo.json                    | {"persistent": false}                  | {"persistent": true}
        angular.json                  | {"name": "web", "optimization": false} | {"name": "web", "optimization": true}
        lerna.json                    | {"version": "1.0.0"}                   | {"version": "1.1.0"}
        notebook/meta.json            | {"name": "n1", "kernel": "py311"}      | {"name": "n1", "kernel": "py312"}
        state.schema.json             | {"id": "x", "state": "on"}             | {"id": "x", "state": "off"}
        """)
    void ordinaryEditsPass(String file, String before, String after) {
        assertThat(edit(file, before, after).outcome()).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl get deployments -o json > deployments.json",
                "docker inspect web > services.json",
                "curl -s https://example.org/a.json > jobs.json",
                "cat run/jobs.json",
                "jq '.jobs[].status' run/jobs.json",
                "cp run/jobs.json /tmp/jobs.json",
                "sed -i 's/a/b/' config/app.json",
                "jq '.version = \"2\"' package.json > /tmp/p && mv /tmp/p package.json",
                "python3 -c \"import json; print(json.load(open('jobs.json')))\"",
                "mkdir -p run && echo '{\"jobs\": []}' > run/jobs.json",
            })
    void readingMakingAndOtherFilesPass(String command) {
        assertThat(REVIEWER.review(request(new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX)))
                        .verdict()
                        .outcome())
                .isEqualTo(Outcome.ALLOW);
    }

    private static Verdict edit(String file, String before, String after) {
        Map<String, Object> input = Map.of(
                "file_path", file, "old_string", before.replace("\\n", "\n"), "new_string", after.replace("\\n", "\n"));
        return REVIEWER.review(request(ToolNames.standard().call("Edit", input)))
                .verdict();
    }

    private static Request request(ToolCall call) {
        return new Request(call, PROJECT, World.UNSEEN, Mode.AUTO, UserRules.NONE, List.of(), List.of());
    }
}
