package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands that hold commands. */
final class CompoundReader {
    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    CompoundReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** The compound command, function or coprocess that starts here, if one does. */
    @Nullable
    Command compound() {
        Command shellCommand = shellCommand();
        if (shellCommand != null) {
            return shellCommand;
        }
        Keyword keyword = in.keyword();
        if (keyword == null) {
            return null;
        }
        int start = in.position();
        in.takeBareWord();
        return switch (keyword) {
            case FUNCTION -> namedFunction(start);
            case COPROC -> coprocess(start);
            default -> {
                in.moveTo(start);
                throw ReadingError.unexpected(in);
            }
        };
    }

    /** What bash calls a shell command: all that may be the body of a function. */
    private @Nullable Command shellCommand() {
        int start = in.position();
        if (in.peek() == '(') {
            Command calculation = in.peekSecond() == '(' ? calculation() : null;
            return calculation == null ? subshell() : calculation;
        }
        Keyword keyword = in.keyword();
        if (keyword == null) {
            return null;
        }
        in.takeBareWord();
        return switch (keyword) {
            case OPEN -> new Command.Group(closed(Closing.BRACE, Keyword.CLOSE), from(start));
            case IF -> conditional(start);
            case WHILE, UNTIL -> repeated(start, keyword == Keyword.UNTIL);
            case FOR -> loop(start);
            case SELECT -> forEach(start, true);
            case CASE -> choice(start);
            case TEST -> new Command.Test(grammar.conditions.condition(), from(start));
            default -> {
                in.moveTo(start);
                yield null;
            }
        };
    }

    private Span from(int start) {
        return source.span(start, in.position());
    }

    private void expect(Keyword keyword) {
        grammar.skipNewlines();
        if (!in.takeKeyword(keyword)) {
            throw ReadingError.missing(keyword.text(), in);
        }
    }

    private Script closed(Closing closing, Keyword closer) {
        Script script = grammar.commands.body(closing, closer.text());
        expect(closer);
        return script;
    }

    private @Nullable Command calculation() {
        int start = in.position();
        ArithmeticReader.Body body = grammar.arithmetic.doubleParentheses(2);
        return body == null ? null : new Command.Calculation(body.expression(), from(start));
    }

    private Command subshell() {
        int start = in.position();
        in.take('(');
        Script body = grammar.commands.body(Closing.BRACKET, ")");
        in.take(')');
        return new Command.Subshell(body, from(start));
    }

    private Command conditional(int start) {
        List<Command.If.Arm> arms = new ArrayList<>(1);
        Optional<Script> otherwise = Optional.empty();
        Keyword next = Keyword.ELIF;
        while (next == Keyword.ELIF) {
            Script condition = closed(Closing.THEN, Keyword.THEN);
            arms.add(new Command.If.Arm(condition, grammar.commands.body(Closing.BRANCH, "fi")));
            next = in.keyword();
            in.takeBareWord();
        }
        if (next == Keyword.ELSE) {
            otherwise = Optional.of(grammar.commands.body(Closing.BRANCH, "fi"));
            next = in.keyword();
            if (next != Keyword.FI) {
                throw ReadingError.missing("fi", in);
            }
            in.takeBareWord();
        }
        return new Command.If(arms, otherwise, from(start));
    }

    private Command repeated(int start, boolean until) {
        Script condition = closed(Closing.DO, Keyword.DO);
        Script body = closed(Closing.DONE, Keyword.DONE);
        return new Command.While(until, condition, body, from(start));
    }

    private Command loop(int start) {
        in.skipBlanks();
        if (in.peek() != '(' || in.peekSecond() != '(') {
            return forEach(start, false);
        }
        in.next(2);
        List<Optional<Arithmetic>> expressions = grammar.arithmetic.three();
        in.skipBlanks();
        in.take(';');
        Script body = loopBody();
        return new Command.ForArithmetic(expressions.get(0), expressions.get(1), expressions.get(2), body, from(start));
    }

    private Command forEach(int start, boolean select) {
        in.skipBlanks();
        String name = source.written(grammar.words.expectWord("name").span());
        in.skipBlanks();
        Optional<List<Word>> words = Optional.empty();
        if (!in.take(';')) {
            grammar.skipNewlines();
            if (in.takeKeyword(Keyword.IN)) {
                words = Optional.of(words());
            } else if (in.keyword() != Keyword.DO) {
                throw ReadingError.missing("do", in);
            }
        }
        return new Command.ForEach(name, words, select, loopBody(), from(start));
    }

    /** The words behind {@code in}, and what ends them. */
    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        while (true) {
            in.skipBlanks();
            Word word = grammar.words.word();
            if (word == null) {
                break;
            }
            words.add(word);
        }
        if (!in.take(';') && !in.atNewline()) {
            throw ReadingError.unexpected(in);
        }
        return words;
    }

    private Script loopBody() {
        grammar.skipNewlines();
        if (in.takeKeyword(Keyword.OPEN)) {
            return closed(Closing.BRACE, Keyword.CLOSE);
        }
        expect(Keyword.DO);
        return closed(Closing.DONE, Keyword.DONE);
    }

    private Command choice(int start) {
        in.skipBlanks();
        Word subject = grammar.words.expectWord("word");
        expect(Keyword.IN);
        List<Command.Case.Item> items = new ArrayList<>();
        grammar.skipNewlines();
        while (!in.takeKeyword(Keyword.ESAC)) {
            items.add(item());
            grammar.skipNewlines();
        }
        return new Command.Case(subject, items, from(start));
    }

    private Command.Case.Item item() {
        in.take('(');
        List<Word> patterns = new ArrayList<>(1);
        do {
            in.skipBlanks();
            if (in.peek() == Cursor.END) {
                throw ReadingError.missing("esac");
            }
            patterns.add(grammar.words.expectWord("pattern"));
            in.skipBlanks();
        } while (in.take('|'));
        if (!in.take(')')) {
            throw ReadingError.missing(")", in);
        }
        Script body = grammar.commands.script(Closing.ITEM);
        return new Command.Case.Item(patterns, body, itemEnd());
    }

    private String itemEnd() {
        if (!in.take(';')) {
            if (in.keyword() != Keyword.ESAC) {
                throw ReadingError.missing("esac");
            }
            return "";
        }
        if (in.take('&')) {
            return ";&";
        }
        in.take(';');
        return in.take('&') ? ";;&" : ";;";
    }

    /** Reads the brackets and the body behind the name of a function. */
    Statement function(int start, Word name) {
        in.take('(');
        in.skipBlanks();
        if (!in.take(')')) {
            throw ReadingError.of("unexpected `(`");
        }
        return functionBody(start, name);
    }

    private Statement functionBody(int start, Word name) {
        grammar.skipNewlines();
        int heightBeside = grammar.run.nesting.enter();
        Command body = shellCommand();
        if (body == null) {
            throw ReadingError.of("missing body of the function before " + in.describe());
        }
        Statement statement = grammar.commands.withRedirects(body);
        grammar.run.nesting.leave(heightBeside);
        String text = name.constant().orElseGet(() -> source.written(name.span()));
        Span span = source.span(start, start).to(statement.span());
        return CommandReader.plain(new Command.Function(text, statement, span));
    }

    private Command namedFunction(int start) {
        in.skipBlanks();
        Word name = grammar.words.expectWord("name");
        in.skipBlanks();
        if (in.peek() == '(' && in.peekSecond() != '(') {
            int bracket = in.position();
            in.next();
            in.skipBlanks();
            if (!in.take(')')) {
                in.moveTo(bracket);
            }
        }
        return functionBody(start, name).command();
    }

    /** Behind {@code coproc} all keywords are grammar but {@code time}. */
    private void refuseKeyword() {
        Keyword keyword = in.keyword();
        if (keyword != null && keyword != Keyword.TIME) {
            throw ReadingError.unexpected(in);
        }
    }

    private Command coprocess(int start) {
        in.skipBlanks();
        int heightBeside = grammar.run.nesting.enter();
        Command body = shellCommand();
        if (body == null) {
            refuseKeyword();
        }
        Optional<String> name = Optional.empty();
        Statement statement;
        if (body != null) {
            statement = grammar.commands.withRedirects(body);
        } else {
            int from = in.position();
            Node first = grammar.assignments.assignmentOrWord();
            in.skipBlanks();
            body = first instanceof Word ? shellCommand() : null;
            if (first == null || body == null) {
                refuseKeyword();
                statement = grammar.commands.simple(from, first);
            } else {
                name = Optional.of(source.written(first.span()));
                statement = grammar.commands.withRedirects(body);
            }
        }
        grammar.run.nesting.leave(heightBeside);
        return new Command.Coprocess(name, statement, source.span(start, start).to(statement.span()));
    }
}
