package dev.greenlane.engine.policy.source;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.policy.Clearance;
import dev.greenlane.engine.policy.Decision;
import dev.greenlane.engine.policy.Environment;
import dev.greenlane.engine.policy.Example;
import dev.greenlane.engine.policy.PolicyFile;
import dev.greenlane.engine.policy.PreparedPolicy;
import dev.greenlane.engine.policy.Rule;
import dev.greenlane.engine.policy.Strength;
import dev.greenlane.engine.policy.condition.Condition;
import dev.greenlane.engine.policy.condition.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads policy files and reports everything that is wrong in them. Not thread-safe; one for several files. */
public final class PolicyReader {

    private static final Set<String> FILE_KEYS = Set.of("rules", "exceptions", "environment", "off");
    private static final Set<String> RULE_KEYS = Set.of(
            "id",
            "title",
            "strength",
            "verdict",
            "effects",
            "when",
            "written",
            "reason",
            "instead",
            "instead-example",
            "consent",
            "blocks",
            "passes");
    private static final Set<String> EXCEPTION_KEYS =
            Set.of("id", "title", "clears", "effects", "when", "blocks", "passes");
    private static final Set<String> ENVIRONMENT_KEYS = Set.of(
            "directories", "hosts", "repositories", "buckets", "registries", "installers", "servers", "protected");

    private final ConditionReader conditions;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Clearance> exceptions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> off = new LinkedHashSet<>();
    private final List<PolicyProblem> problems = new ArrayList<>();
    private Environment environment = Environment.NONE;

    /** A reader that knows the words of this version of Greenlane. */
    public PolicyReader() {
        this(PreparedPolicy.vocabulary());
    }

    /** A reader that knows the words it is given. */
    public PolicyReader(Vocabulary vocabulary) {
        this.conditions = new ConditionReader(vocabulary);
    }

    /**
     * Reads one file.
     *
     * @param name the file's name, for messages; its base name is the family of its rules
     * @throws InvalidPolicyException with everything that is wrong
     */
    public static PolicyFile read(String name, String yaml) throws InvalidPolicyException {
        return new PolicyReader().add(name, yaml).result();
    }

    /** Reads one more file; its base name is the family of its rules. What is wrong in it is told by {@link #result}. */
    public PolicyReader add(String name, String yaml) {
        try {
            Object document = new Load(LoadSettings.builder()
                            .setLabel(name)
                            .setAllowDuplicateKeys(false)
                            .build())
                    .loadFromString(yaml);
            if (document instanceof Map<?, ?> map) {
                file(new Entry(name, "", map, problems));
            } else {
                problems.add(new PolicyProblem(name, "", "a policy file is a map with " + sorted(FILE_KEYS)));
            }
        } catch (YamlEngineException e) {
            problems.add(new PolicyProblem(name, "", "not YAML: " + e.getMessage()));
        }
        return this;
    }

    /**
     * What all files say together.
     *
     * @throws InvalidPolicyException with everything that is wrong
     */
    public PolicyFile result() throws InvalidPolicyException {
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
        return new PolicyFile(rules, exceptions, environment, off);
    }

    private void file(Entry file) {
        file.allow(FILE_KEYS);
        file.entries("rules", "rule").forEach(this::rule);
        file.entries("exceptions", "exception").forEach(this::exception);
        file.entry("environment").ifPresent(this::environment);
        off.addAll(file.texts("off"));
    }

    private void rule(Entry entry) {
        entry.allow(RULE_KEYS);
        String id = id(entry);
        Strength strength = entry.word("strength", Map.of("hard", Strength.HARD, "soft", Strength.SOFT), Strength.SOFT);
        Decision decision = entry.word(
                "verdict",
                Map.of("deny", Decision.DENY, "ask", Decision.ASK, "undecided", Decision.UNDECIDED),
                Decision.DENY);
        entry.require("verdict");
        String consent = entry.text("consent").orElse("");
        if (strength == Strength.HARD && !consent.isEmpty()) {
            entry.problem("a hard rule has no consent");
        }
        rules.add(new Rule(
                id,
                entry.family(),
                entry.require("title"),
                strength,
                decision,
                kinds(entry),
                condition(entry),
                entry.text("when").orElse("").strip(),
                entry.flag("written"),
                new Rule.Advice(
                        entry.require("reason").strip(),
                        entry.text("instead").orElse("").strip(),
                        consent.strip()),
                new Rule.Examples(
                        examples(entry, "blocks"), examples(entry, "passes"), examples(entry, "instead-example"))));
    }

    private void exception(Entry entry) {
        entry.allow(EXCEPTION_KEYS);
        Set<String> clears = new LinkedHashSet<>(entry.texts("clears"));
        if (clears.isEmpty()) {
            entry.problem("'clears' is missing");
        }
        exceptions.add(new Clearance(
                id(entry),
                entry.require("title"),
                clears,
                kinds(entry),
                condition(entry),
                entry.text("when").orElse("").strip(),
                new Rule.Examples(examples(entry, "blocks"), examples(entry, "passes"), List.of())));
    }

    private void environment(Entry entry) {
        entry.allow(ENVIRONMENT_KEYS);
        environment = environment.with(new Environment(
                entry.texts("directories"),
                entry.texts("hosts"),
                entry.texts("repositories"),
                entry.texts("buckets"),
                entry.texts("registries"),
                entry.texts("installers"),
                entry.texts("servers"),
                new LinkedHashSet<>(entry.texts("protected"))));
    }

    private String id(Entry entry) {
        String id = entry.require("id");
        if (!id.isEmpty() && !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            entry.problem("the id is not in kebab-case");
        }
        if (!ids.add(id)) {
            entry.problem("the id is taken");
        }
        return id;
    }

    private static Set<EffectKind> kinds(Entry entry) {
        Set<EffectKind> kinds = EnumSet.noneOf(EffectKind.class);
        List<String> names = entry.texts("effects");
        for (String name : names) {
            EffectKind.byId(name).ifPresentOrElse(kinds::add, () -> entry.problem("there is no effect '" + name + "'"));
        }
        if (names.isEmpty()) {
            entry.problem("'effects' is missing");
        }
        return kinds;
    }

    private Condition condition(Entry entry) {
        Optional<String> text = entry.text("when");
        try {
            return text.isPresent() ? conditions.read(text.get()) : Condition.ALWAYS;
        } catch (InvalidConditionException e) {
            entry.problem("when: " + e.getMessage());
            return Condition.ALWAYS;
        }
    }

    private static List<Example> examples(Entry entry, String key) {
        List<Example> examples = new ArrayList<>();
        for (Object value : entry.list(key)) {
            if (value instanceof String command) {
                examples.add(Example.shell(command));
            } else if (value instanceof Map<?, ?> map
                    && map.keySet().equals(Set.of("tool", "input"))
                    && map.get("tool") instanceof String tool
                    && map.get("input") instanceof Map<?, ?> input) {
                examples.add(new Example(tool, Entry.textKeys(input)));
            } else if (value instanceof Map<?, ?> map
                    && map.keySet().equals(Set.of("user", "command"))
                    && map.get("user") instanceof String user
                    && map.get("command") instanceof String command) {
                examples.add(new Example("Bash", Map.of("command", command), List.of(user)));
            } else {
                entry.problem(key
                        + ": an example is a command line or {tool: NAME, input: {…}} or {user: WORDS, command: LINE}");
            }
        }
        return examples;
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
