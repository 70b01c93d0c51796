package dev.greenlane.engine.policy.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.PreparedPolicy;
import dev.greenlane.engine.policy.Rule;
import dev.greenlane.engine.policy.condition.Condition;
import dev.greenlane.engine.policy.condition.ConditionData;
import dev.greenlane.engine.policy.condition.Subject;
import dev.greenlane.engine.policy.condition.Variable;
import dev.greenlane.engine.policy.condition.Variable.Type;
import dev.greenlane.engine.policy.condition.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Conditions are CEL: the library's own interpreter answers the same. */
class ConditionsAgreeWithCelTest {

    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(CelOptions.current().build())
            .build();
    private static final Vocabulary VOCABULARY = PreparedPolicy.vocabulary();
    private static final ConditionReader READER = new ConditionReader(VOCABULARY);
    private static final List<Both> DEFAULT_POLICY = defaultPolicy();

    /** One condition as we read it and as the library does. */
    private record Both(String text, Condition ours, CelRuntime.Program theirs) {

        static Both of(String text) {
            try {
                CelAbstractSyntaxTree tree = READER.check(text);
                return new Both(text, READER.read(text), RUNTIME.createProgram(tree));
            } catch (InvalidConditionException | CelEvaluationException e) {
                throw new AssertionError(text, e);
            }
        }

        void mustAgreeOn(Values values) throws CelEvaluationException {
            assertThat(ours.holdsFor(values)).as("%s for %s", text, values).isEqualTo(theirs.eval(values));
        }
    }

    /** Values of all variables, for us and for the library. */
    private record Values(Map<Variable, String> texts, Map<Variable, Set<String>> lists, Map<Variable, Boolean> flags)
            implements Subject, CelVariableResolver {

        @Override
        public String text(Variable variable) {
            return texts.getOrDefault(variable, "");
        }

        @Override
        public Set<String> list(Variable variable) {
            return lists.getOrDefault(variable, Set.of());
        }

        @Override
        public boolean flag(Variable variable) {
            return flags.getOrDefault(variable, false);
        }

        @Override
        public Optional<Object> find(String name) {
            return Variable.byId(name).map(variable -> switch (variable.type()) {
                case TEXT -> text(variable);
                case LIST -> List.copyOf(list(variable));
                case FLAG -> flag(variable);
            });
        }
    }

    @Property(tries = 300)
    void in_the_default_policy(@ForAll("values") Values values) throws CelEvaluationException {
        for (Both both : DEFAULT_POLICY) {
            both.mustAgreeOn(values);
        }
    }

    @Property(tries = 500)
    void in_any_condition(@ForAll("conditions") String condition, @ForAll("values") Values values)
            throws CelEvaluationException {
        Both.of(condition).mustAgreeOn(values);
    }

    @Property(tries = 200)
    void and_survive_being_written_and_read(@ForAll("conditions") String condition)
            throws InvalidConditionException, IOException {
        Condition before = READER.read(condition);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConditionData.write(before, new DataOutputStream(bytes));
        Condition after = ConditionData.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(after).isEqualTo(before);
    }

    private static List<Both> defaultPolicy() {
        List<Both> all = new ArrayList<>();
        Policy.defaults().rules().stream()
                .map(Rule::conditionText)
                .filter(text -> !text.isEmpty())
                .forEach(text -> all.add(Both.of(text)));
        Policy.defaults().exceptions().forEach(exception -> all.add(Both.of(exception.conditionText())));
        return all;
    }

    @Provide
    Arbitrary<Values> values() {
        Arbitrary<Map<Variable, String>> texts = each(Type.TEXT, ConditionsAgreeWithCelTest::words);
        Arbitrary<Map<Variable, Set<String>>> lists =
                each(Type.LIST, variable -> words(variable).set().ofMaxSize(3));
        Arbitrary<Map<Variable, Boolean>> flags = each(Type.FLAG, variable -> Arbitraries.of(true, false));
        return Combinators.combine(texts, lists, flags).as(Values::new);
    }

    @Provide
    Arbitrary<String> conditions() {
        return condition(3);
    }

    private static Arbitrary<String> condition(int depth) {
        Arbitrary<String> text = Arbitraries.of(Variable.of(Type.TEXT)).map(Variable::id);
        Arbitrary<String> free = Arbitraries.of("effect.target", "path.text", "host.name", "call.tool", "mode");
        Arbitrary<String> list = Arbitraries.of(Variable.of(Type.LIST)).map(Variable::id);
        Arbitrary<String> literal =
                Arbitraries.of("\"\"", "\"a\"", "\"/etc\"", "'it''s'".replace("''", "\\'"), "\"~/x\"", "\"prod\"");
        Arbitrary<String> simple = Arbitraries.oneOf(
                Arbitraries.of(Variable.of(Type.FLAG)).map(Variable::id),
                Arbitraries.of("true", "false"),
                Combinators.combine(text, Arbitraries.of("==", "!="), free).as((a, op, b) -> a + " " + op + " " + b),
                Combinators.combine(free, Arbitraries.of("==", "!="), literal).as((a, op, b) -> a + " " + op + " " + b),
                Combinators.combine(free, Arbitraries.of("contains", "startsWith", "endsWith"), literal)
                        .as((a, function, b) -> a + "." + function + "(" + b + ")"),
                Combinators.combine(free, Arbitraries.of("^/[a-z]+$", "a|b", "", "[^/]*/"))
                        .as((a, pattern) -> a + ".matches(\"" + pattern + "\")"),
                Combinators.combine(free, literal, literal).as((a, b, c) -> a + " in [" + b + ", " + c + "]"),
                Combinators.combine(free, list).as((a, b) -> a + " in " + b),
                Combinators.combine(list, Arbitraries.of("exists", "all"), free)
                        .as((a, macro, b) -> a + "." + macro + "(t, t == " + b + ")"),
                Combinators.combine(list, list, free)
                        .as((a, b, c) -> a + ".exists(t, " + b + ".all(u, u != t || t.endsWith(" + c + ")))"));
        if (depth == 0) {
            return simple;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> condition(depth - 1));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, simple),
                net.jqwik.api.Tuple.of(
                        3,
                        Combinators.combine(inner, Arbitraries.of("&&", "||", "==", "!="), inner)
                                .as((a, op, b) -> "(" + a + ") " + op + " (" + b + ")")),
                net.jqwik.api.Tuple.of(1, inner.map(a -> "!(" + a + ")")),
                net.jqwik.api.Tuple.of(
                        1,
                        Combinators.combine(inner, inner, inner)
                                .as((a, b, c) -> "(" + a + ") ? (" + b + ") : (" + c + ")")));
    }

    private static Arbitrary<String> words(Variable variable) {
        Arbitrary<String> free = Arbitraries.of(
                "",
                "/",
                "/etc",
                "/usr/lib/",
                "~/x",
                "a",
                "it's",
                "app-prod-1",
                "fork bomb",
                "tests/fixtures/a.key",
                ".vscode/tasks.json",
                "/proc/1/environ",
                "https://sh.rustup.rs");
        return VOCABULARY
                .of(variable)
                .filter(words -> !words.isEmpty())
                .map(words -> Arbitraries.oneOf(Arbitraries.of(new TreeSet<>(words)), free))
                .orElse(free);
    }

    private static <T> Arbitrary<Map<Variable, T>> each(
            Type type, java.util.function.Function<Variable, Arbitrary<T>> values) {
        Arbitrary<Map<Variable, T>> maps = Arbitraries.just(Map.of());
        for (Variable variable : Variable.of(type)) {
            maps = Combinators.combine(maps, values.apply(variable)).as((map, value) -> {
                Map<Variable, T> more = new EnumMap<>(Variable.class);
                more.putAll(map);
                more.put(variable, value);
                return more;
            });
        }
        return maps;
    }
}
