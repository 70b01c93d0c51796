package dev.greenlane.syntax.shell;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inside of {@code [[ … ]]}. */
final class ConditionReader {
    private static final Set<String> UNARY = Set.of(
            "-a", "-b", "-c", "-d", "-e", "-f", "-g", "-h", "-k", "-n", "-o", "-p", "-r", "-s", "-t", "-u", "-v", "-w",
            "-x", "-z", "-G", "-L", "-N", "-O", "-R", "-S");
    private static final Set<String> BINARY =
            Set.of("=", "==", "!=", "=~", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");

    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    ConditionReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** Reads up to {@code ]]}, which is taken. */
    Condition condition() {
        grammar.skipNewlines();
        Condition condition = or();
        grammar.skipNewlines();
        if (!in.takeKeyword(Keyword.CLOSE_TEST)) {
            throw ReadingError.missing("]]", in);
        }
        return condition;
    }

    private boolean atEnd() {
        return in.keyword() == Keyword.CLOSE_TEST;
    }

    private Condition or() {
        int heightBeside = grammar.run.nesting.openChain();
        Condition left = and();
        while (takeOperator('|')) {
            Condition right = and();
            left = new Condition.AndOr(left, false, right, left.span().to(right.span()));
            grammar.run.nesting.link();
        }
        grammar.run.nesting.closeChain(heightBeside);
        return left;
    }

    private Condition and() {
        int heightBeside = grammar.run.nesting.openChain();
        Condition left = term();
        while (takeOperator('&')) {
            Condition right = term();
            left = new Condition.AndOr(left, true, right, left.span().to(right.span()));
            grammar.run.nesting.link();
        }
        grammar.run.nesting.closeChain(heightBeside);
        return left;
    }

    private boolean takeOperator(char c) {
        grammar.skipNewlines();
        if (in.peek() != c || in.peekSecond() != c) {
            return false;
        }
        in.next(2);
        return true;
    }

    private Condition term() {
        grammar.skipNewlines();
        int start = in.position();
        int heightBeside = grammar.run.nesting.enter();
        Condition term;
        if (in.take('(')) {
            Condition inner = or();
            grammar.skipNewlines();
            if (!in.take(')')) {
                throw ReadingError.missing(")", in);
            }
            term = new Condition.Parenthesised(inner, source.span(start, in.position()));
        } else if (in.takeKeyword(Keyword.NOT)) {
            Condition inner = term();
            term = new Condition.Not(inner, source.span(start, start).to(inner.span()));
        } else {
            term = comparison();
        }
        grammar.run.nesting.leave(heightBeside);
        return term;
    }

    private Condition comparison() {
        Word left = operand();
        in.skipBlanks();
        String first = bare(left);
        if (first != null && UNARY.contains(first)) {
            Word operand = operand();
            return new Condition.Unary(first, operand, left.span().to(operand.span()));
        }
        String operator = takeBinary();
        if (operator == null) {
            return new Condition.Unary("-n", left, left.span());
        }
        in.skipBlanks();
        Word right = operator.equals("=~") ? regularExpression() : operand();
        return new Condition.Binary(operator, left, right, left.span().to(right.span()));
    }

    private Word operand() {
        if (atEnd()) {
            throw ReadingError.of("missing operand before `]]`");
        }
        return grammar.words.expectWord("operand");
    }

    private static @Nullable String bare(Word word) {
        return word.parts().size() == 1 && word.parts().getFirst() instanceof WordPart.Literal literal
                ? literal.text()
                : null;
    }

    private @Nullable String takeBinary() {
        int c = in.peek();
        if (c == '<' || c == '>') {
            in.next();
            return Character.toString(c);
        }
        String word = c == '=' || c == '!' || c == '-' ? in.bareWord(3) : null;
        if (word == null || !BINARY.contains(word)) {
            return null;
        }
        in.takeBareWord();
        return word;
    }

    /** A word in which round brackets and bars are text, and blanks too where they stand in brackets. */
    private Word regularExpression() {
        int start = in.position();
        if (atEnd()) {
            throw ReadingError.of("missing operand before `]]`");
        }
        Parts parts = new Parts(source, start);
        int depth = 0;
        while (true) {
            int c = in.peek();
            if (c == Cursor.END || depth == 0 && (c == ')' || c != '(' && c != '|' && Chars.endsWord(c))) {
                break;
            }
            if (!grammar.words.quotedOrExpanded(parts)) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                grammar.words.literal(parts, 1);
            }
        }
        if (depth > 0) {
            throw ReadingError.missing(")");
        }
        if (parts.isEmpty()) {
            throw ReadingError.of("missing operand before " + in.describe());
        }
        return parts.word();
    }
}
