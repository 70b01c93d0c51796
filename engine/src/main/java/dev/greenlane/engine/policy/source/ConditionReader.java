package dev.greenlane.engine.policy.source;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.greenlane.engine.policy.condition.Condition;
import dev.greenlane.engine.policy.condition.Variable;
import dev.greenlane.engine.policy.condition.Vocabulary;
import java.util.stream.Collectors;

/** Reads conditions: CEL parses and checks them, {@link ConditionBuilder} turns the checked tree into a {@link Condition}. */
final class ConditionReader {

    private final CelCompiler compiler = compiler();
    private final Vocabulary vocabulary;

    ConditionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The condition that {@code text} says.
     *
     * @throws InvalidConditionException if CEL does not accept it, it uses a word that a variable cannot hold, or a part of
     *     CEL that conditions do not have
     */
    Condition read(String text) throws InvalidConditionException {
        return new ConditionBuilder(check(text), vocabulary).condition();
    }

    CelAbstractSyntaxTree check(String text) throws InvalidConditionException {
        try {
            return compiler.compile(text).getAst();
        } catch (CelValidationException e) {
            throw new InvalidConditionException(
                    e.getErrors().stream().map(issue -> describe(issue, text)).collect(Collectors.joining("; ")));
        }
    }

    private static String describe(CelIssue issue, String text) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        String message = issue.getMessage().startsWith("undeclared reference")
                ? "there is no " + wordAt(text.lines().toList().get(line - 1), column)
                : issue.getMessage();
        return message + " (line " + line + ", column " + (column + 1) + ")";
    }

    /** CEL complains of {@code path} where {@code path.scop} is misspelt. */
    private static String wordAt(String line, int start) {
        int end = start;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '.')) {
            end++;
        }
        return line.substring(start, end);
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current().populateMacroCalls(true).build())
                .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.ALL)
                .setResultType(SimpleType.BOOL);
        for (Variable variable : Variable.values()) {
            builder.addVar(variable.id(), type(variable));
        }
        return builder.build();
    }

    private static CelType type(Variable variable) {
        return switch (variable.type()) {
            case TEXT -> SimpleType.STRING;
            case LIST -> ListType.create(SimpleType.STRING);
            case FLAG -> SimpleType.BOOL;
        };
    }
}
