package dev.greenlane.engine.policy.source;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.SimpleType;
import dev.greenlane.engine.policy.condition.Condition;
import dev.greenlane.engine.policy.condition.Condition.Comparison;
import dev.greenlane.engine.policy.condition.LazyPattern;
import dev.greenlane.engine.policy.condition.Text;
import dev.greenlane.engine.policy.condition.Texts;
import dev.greenlane.engine.policy.condition.Variable;
import dev.greenlane.engine.policy.condition.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns one checked CEL tree into a condition. */
final class ConditionBuilder {

    private final CelAbstractSyntaxTree tree;
    private final Vocabulary vocabulary;
    private final Map<String, Texts> elements = new HashMap<>();

    ConditionBuilder(CelAbstractSyntaxTree tree, Vocabulary vocabulary) {
        this.tree = tree;
        this.vocabulary = vocabulary;
    }

    Condition condition() throws InvalidConditionException {
        return condition(tree.getExpr());
    }

    private Condition condition(CelExpr expression) throws InvalidConditionException {
        Optional<CelExpr> macro = macro(expression);
        if (macro.isPresent()) {
            return overElements(macro.get().call());
        }
        return switch (expression.getKind()) {
            case CONSTANT -> new Condition.Constant(expression.constant().booleanValue());
            case IDENT, SELECT -> new Condition.Flag(variable(expression, Variable.Type.FLAG));
            case CALL -> call(expression.call());
            default -> throw unsupported("this kind of expression");
        };
    }

    private Condition call(CelCall call) throws InvalidConditionException {
        List<CelExpr> arguments = arguments(call);
        return switch (call.function()) {
            case "_&&_" -> new Condition.And(flattened("_&&_", arguments));
            case "_||_" -> new Condition.Or(flattened("_||_", arguments));
            case "!_" -> new Condition.Not(condition(arguments.get(0)));
            case "_?_:_" ->
                new Condition.Choice(
                        condition(arguments.get(0)), condition(arguments.get(1)), condition(arguments.get(2)));
            case "_==_" -> same(arguments.get(0), arguments.get(1));
            case "_!=_" -> new Condition.Not(same(arguments.get(0), arguments.get(1)));
            case "@in" -> in(arguments.get(0), arguments.get(1));
            case "matches" -> matches(arguments.get(0), arguments.get(1));
            case "contains" -> compares(Comparison.CONTAINS, arguments);
            case "startsWith" -> compares(Comparison.STARTS_WITH, arguments);
            case "endsWith" -> compares(Comparison.ENDS_WITH, arguments);
            default -> throw unsupported("the function " + call.function());
        };
    }

    private static List<CelExpr> arguments(CelCall call) {
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        return arguments;
    }

    private List<Condition> flattened(String function, List<CelExpr> arguments) throws InvalidConditionException {
        List<Condition> parts = new ArrayList<>();
        for (CelExpr argument : arguments) {
            if (argument.getKind() == Kind.CALL && argument.call().function().equals(function)) {
                parts.addAll(flattened(function, arguments(argument.call())));
            } else {
                parts.add(condition(argument));
            }
        }
        return parts;
    }

    private Condition same(CelExpr left, CelExpr right) throws InvalidConditionException {
        if (isBoolean(left)) {
            return new Condition.Same(condition(left), condition(right));
        }
        Text one = text(left);
        Text other = text(right);
        requireKnownWord(one, other);
        requireKnownWord(other, one);
        return new Condition.Compares(Comparison.EQUALS, one, other);
    }

    private boolean isBoolean(CelExpr expression) {
        return tree.getType(expression.id())
                .map(SimpleType.BOOL::equals)
                .orElseGet(() -> expression.getKind() == Kind.NOT_SET);
    }

    private Condition in(CelExpr element, CelExpr list) throws InvalidConditionException {
        Text text = text(element);
        Texts texts = texts(list);
        switch (texts) {
            case Texts.Literal(Set<String> words) -> {
                for (String word : words) {
                    requireKnownWord(text, new Text.Literal(word));
                }
            }
            case Texts.Of(Variable variable) -> requireKnownWord(variable, text);
        }
        return new Condition.In(text, texts);
    }

    private Condition compares(Comparison comparison, List<CelExpr> texts) throws InvalidConditionException {
        return new Condition.Compares(comparison, text(texts.get(0)), text(texts.get(1)));
    }

    private Condition matches(CelExpr text, CelExpr pattern) throws InvalidConditionException {
        if (!(text(pattern) instanceof Text.Literal(String value))) {
            throw unsupported("a pattern that does not stand in the condition");
        }
        try {
            return new Condition.Matches(
                    text(text), new LazyPattern(Pattern.compile(value).pattern()));
        } catch (PatternSyntaxException e) {
            throw new InvalidConditionException("'" + value + "' is not a pattern: " + e.getDescription());
        }
    }

    private Condition overElements(CelCall macro) throws InvalidConditionException {
        Texts texts = texts(macro.target().orElseThrow());
        String element = macro.args().get(0).ident().name();
        Texts outer = elements.put(element, texts);
        Condition inner = condition(macro.args().get(1));
        if (outer == null) {
            elements.remove(element);
        } else {
            elements.put(element, outer);
        }
        return macro.function().equals("exists")
                ? new Condition.Exists(element, texts, inner)
                : new Condition.All(element, texts, inner);
    }

    private Text text(CelExpr expression) throws InvalidConditionException {
        return switch (expression.getKind()) {
            case CONSTANT -> new Text.Literal(literal(expression.constant()));
            case IDENT, SELECT -> {
                boolean isElement = expression.getKind() == Kind.IDENT
                        && elements.containsKey(expression.ident().name());
                yield isElement
                        ? new Text.Element(expression.ident().name())
                        : new Text.Of(variable(expression, Variable.Type.TEXT));
            }
            default -> throw unsupported("text that is put together");
        };
    }

    private Texts texts(CelExpr expression) throws InvalidConditionException {
        return switch (expression.getKind()) {
            case IDENT, SELECT -> new Texts.Of(variable(expression, Variable.Type.LIST));
            case LIST -> {
                Set<String> words = new HashSet<>();
                for (CelExpr element : expression.list().elements()) {
                    if (!(text(element) instanceof Text.Literal(String word))) {
                        throw unsupported("a list that holds variables");
                    }
                    words.add(word);
                }
                yield new Texts.Literal(words);
            }
            default -> throw unsupported("a list that is put together");
        };
    }

    private static String literal(CelConstant constant) throws InvalidConditionException {
        if (constant.getKind() != CelConstant.Kind.STRING_VALUE) {
            throw unsupported("anything but text, lists of text, true and false");
        }
        return constant.stringValue();
    }

    private Variable variable(CelExpr expression, Variable.Type type) throws InvalidConditionException {
        return Optional.ofNullable(tree.getReferenceMap().get(expression.id()))
                .map(CelReference::name)
                .flatMap(Variable::byId)
                .filter(variable -> variable.type() == type)
                .orElseThrow(() -> unsupported("this use of a variable"));
    }

    /** CEL expands {@code exists} and {@code all}; the tree keeps what was written. */
    private Optional<CelExpr> macro(CelExpr expression) {
        return Optional.ofNullable(tree.getSource().getMacroCalls().get(expression.id()));
    }

    private void requireKnownWord(Text text, Text word) throws InvalidConditionException {
        switch (text) {
            case Text.Of(Variable variable) -> requireKnownWord(variable, word);
            case Text.Element(String name) -> {
                if (elements.get(name) instanceof Texts.Of(Variable variable)) {
                    requireKnownWord(variable, word);
                }
            }
            case Text.Literal literal -> {}
        }
    }

    private void requireKnownWord(Variable variable, Text word) throws InvalidConditionException {
        Set<String> known = vocabulary.of(variable).orElse(Set.of());
        for (String value : literals(word)) {
            if (!known.isEmpty() && !known.contains(value)) {
                throw new InvalidConditionException("'" + value + "' is nothing that " + variable.id()
                        + " can be; it can be "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private Set<String> literals(Text text) {
        return switch (text) {
            case Text.Literal(String value) -> Set.of(value);
            case Text.Element(String name) ->
                elements.get(name) instanceof Texts.Literal(Set<String> values) ? values : Set.of();
            case Text.Of of -> Set.of();
        };
    }

    private static InvalidConditionException unsupported(String what) {
        return new InvalidConditionException("conditions do not have " + what
                + "; they compare variables with text by ==, !=, in, contains, startsWith, endsWith and matches, and"
                + " join them by &&, ||, !, ?:, exists and all");
    }
}
